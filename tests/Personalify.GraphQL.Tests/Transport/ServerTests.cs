using System.Net.Http.Json;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>The whole way: annotated C#, AddGraphQLServer, MapGraphQL, HTTP.</summary>
public sealed class ServerTests
{
    [Fact]
    public async Task A_class_of_methods_becomes_a_server()
    {
        await using var app = await StartAsync();

        Assert.Equal("""{"data":{"hello":"Hello Ada from 127.0.0.1."}}""", await AskAsync(app, """{ hello(name: "Ada") }"""));
    }

    [Fact]
    public async Task An_interceptor_may_be_a_class_with_services()
    {
        await using var app = await StartAsync();

        Assert.Equal("""{"data":{"path":"/graphql of GraphQL"}}""", await AskAsync(app, "{ path }"));
    }

    [Fact]
    public async Task Nobody_passes_a_policy_without_being_signed_in()
    {
        await using var app = await StartAsync();

        Assert.Contains("\"code\":\"AUTH_NOT_AUTHENTICATED\"", await AskAsync(app, "{ secret }"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("even", true)]
    [InlineData("odd", false)]
    public async Task A_policy_decides_by_the_user_and_the_field(string user, bool isAllowed)
    {
        await using var app = await StartAsync(user);

        var answer = await AskAsync(app, "{ secret }");

        Assert.Equal(isAllowed, answer == """{"data":{"secret":"42"}}""");
        Assert.Equal(!isAllowed, answer.Contains("\"code\":\"AUTH_NOT_AUTHORIZED\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_policy_that_nobody_registered_lets_nobody_in()
    {
        await using var app = await StartAsync("even");

        Assert.Contains("\"code\":\"AUTH_POLICY_NOT_FOUND\"", await AskAsync(app, "{ forgotten }"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_schema_stops_the_start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddGraphQLServer();

        Assert.Throws<SchemaException>(() => builder.Build().MapGraphQL());
    }

    private static async Task<WebApplication> StartAsync(string? user = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddGraphQLServer().AddQueryType<Query>().AddAuthorization().AddHttpRequestInterceptor((context, data, _) =>
        {
            data["host"] = context.Request.Host.Host;
            return ValueTask.CompletedTask;
        }).AddHttpRequestInterceptor<PathInterceptor>();
        builder.Services.AddAuthorizationBuilder().AddPolicy(
            "Even", policy => policy.RequireAssertion(context => context.User.Identity!.Name == "even" && context.Resource is IResolverContext));
        var app = builder.Build();
        app.Use((context, next) =>
        {
            if (user is not null) context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, user)], "Test"));
            return next(context);
        });
        app.MapGraphQL();
        await app.StartAsync();
        return app;
    }

    private static async Task<string> AskAsync(WebApplication app, string query)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync($"{app.Urls.Single()}/graphql", new { query });
        return await response.Content.ReadAsStringAsync();
    }

    private sealed class PathInterceptor(GraphQLServerOptions options) : IHttpRequestInterceptor
    {
        public ValueTask OnCreateAsync(HttpContext context, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
        {
            contextData["path"] = $"{context.Request.Path} of {options.BananaCakePop.Title}";
            return ValueTask.CompletedTask;
        }
    }

    private sealed class Query
    {
        public static string GetHello(string name, [GlobalState("host")] string host) => $"Hello {name} from {host}.";

        public static string GetPath([GlobalState] string path) => path;

        [Authorize("Even")]
        public static string? GetSecret() => "42";

        [Authorize("Nobody")]
        public static string? GetForgotten() => "never";
    }
}
