using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>The schema asked in the process, as tests of an application do.</summary>
public sealed class RequestExecutorTests
{
    [Fact]
    public async Task A_document_is_run_without_a_server()
    {
        using var result = await Builder().ExecuteRequestAsync("{ hello(name: \"Ada\") }");
        Assert.Equal("""{"data":{"hello":"Hello Ada."}}""", result.ToJson());
    }

    [Fact]
    public async Task A_request_brings_variables_state_and_user()
    {
        var request = OperationRequestBuilder.New()
            .SetDocument("query A { hello(name: \"no\") } query B($name: String!, $by: ByInput!) { hello(name: $name) state who by(by: $by) }")
            .SetOperationName("B")
            .SetVariableValues(new Dictionary<string, object?> { ["name"] = "Eve" })
            .SetVariableValue("by", new ByInput(3))
            .SetGlobalState("key", "kept")
            .SetUser(new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "eve")], "Test")))
            .Build();
        await using var services = Builder().Services.BuildServiceProvider();
        using var result = await services.ExecuteRequestAsync(request);
        Assert.Equal("""{"data":{"hello":"Hello Eve.","state":"kept","who":"eve","by":3}}""", result.ToJson());
    }

    [Fact]
    public void A_request_needs_a_document() =>
        Assert.Throws<InvalidOperationException>(() => OperationRequestBuilder.New().SetOperationName("A").Build());

    [Fact]
    public async Task The_schema_is_built_for_itself()
    {
        var schema = await Builder().AddType<Extra>().BuildSchemaAsync();
        Assert.True(schema.Types.ContainsKey("Extra"));
        await Assert.ThrowsAsync<SchemaException>(async () => await new ServiceCollection().AddGraphQLServer().BuildSchemaAsync());
    }

    [Fact]
    public async Task Static_classes_and_loaders_are_added_by_the_builder_too()
    {
        var builder = Builder().AddTypeExtension(typeof(MoreExtra)).AddDataLoader<LetterLoader>().AddDataLoader<IDataLoader<int, string>, LetterLoader>();
        builder.Services.AddSingleton<FetchLog>();
        using var result = await builder.ExecuteRequestAsync("{ letter(number: 3) }");
        Assert.Equal("""{"data":{"letter":"C C"}}""", result.ToJson());
    }

    [Fact]
    public async Task An_error_filter_may_be_a_function()
    {
        using var result = await Builder().AddErrorFilter(error => error with { Message = $"{error.Exception!.Message}!" }).ExecuteRequestAsync("{ fail }");
        Assert.Equal("Because.!", Assert.Single(result.Errors).Message);
    }

    [Fact]
    public async Task What_warms_up_runs_before_the_start_and_may_stop_it()
    {
        var answers = new List<string>();
        using var host = Host(builder => builder
            .AddWarmupTask(async (executor, token) => answers.Add((await executor.ExecuteAsync(Hello(), token)).ToJson()))
            .AddWarmupTask((_, _) => throw new InvalidOperationException("Not warm.")));
        Assert.Equal("Not warm.", (await Assert.ThrowsAsync<InvalidOperationException>(() => host.StartAsync())).Message);
        Assert.Equal(["""{"data":{"hello":"Hello you."}}"""], answers);
    }

    private static GraphQLRequest Hello() => OperationRequestBuilder.New().SetDocument("{ hello(name: \"you\") }").Build();

    private static IHost Host(Action<IGraphQLBuilder> configure)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(null);
        configure(Builder(builder.Services));
        return builder.Build();
    }

    private static IGraphQLBuilder Builder(IServiceCollection? services = null) =>
        (services ?? new ServiceCollection()).AddGraphQLServer().AddQueryType<Query>();

    internal sealed record ByInput(int Count);

    [ObjectType]
    internal sealed record Extra(string Name);

    [ExtendObjectType(OperationTypeNames.Query)]
    internal static class MoreExtra
    {
        public static async Task<string> GetLetterAsync(int number, LetterLoader loader, IDataLoader<int, string> same, CancellationToken cancellationToken) =>
            $"{await loader.LoadAsync(number, cancellationToken)} {await same.LoadAsync(number, cancellationToken)}";
    }

    internal sealed class Query
    {
        public static string GetHello(string name) => $"Hello {name}.";

        public static string GetState([GlobalState("key")] string state) => state;

        public static string? GetWho(ClaimsPrincipal user) => user.Identity?.Name;

        public static int GetBy(ByInput by) => by.Count;

        public static string GetFail() => throw new GraphQLException("Because.");
    }
}
