using Personalify.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class ServiceScopeTests : IAsyncDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection().AddSingleton(new List<Connection>()).AddScoped<Connection>().BuildServiceProvider();
    private readonly Engine _engine;

    public ServiceScopeTests() => _engine = new Engine("type Query { a: Connection b: Connection none: Int } type Mutation { a: Connection b: Connection } type Connection { id: Int disposed: Boolean same: Connection }") { Services = _services }
        .On("Query.a", Resolve).On("Query.b", Resolve).On("Query.none", _ => 1).On("Mutation.a", Resolve).On("Mutation.b", Resolve)
        .On("Connection.same", Resolve)
        .OnPure("Connection.disposed", parent => ((Connection)parent).IsDisposed);

    private List<Connection> All => _services.GetRequiredService<List<Connection>>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static object? Resolve(IResolverContext context)
    {
        Assert.Same(context.Services, context.Services);
        return context.Services.GetRequiredService<Connection>();
    }

    [Fact]
    public async Task Resolvers_of_a_query_share_no_scoped_service() =>
        Assert.Equal("""{"a":{"id":1},"b":{"id":2}}""", await _engine.DataAsync("{ a { id } b { id } }"));

    [Fact]
    public async Task Root_fields_of_a_mutation_share_the_operations_services_and_fields_below_do_not() =>
        Assert.Equal(
            """{"a":{"id":1,"same":{"id":2}},"b":{"id":1}}""", await _engine.DataAsync("mutation { a { id same { id } } b { id } }"));

    [Fact]
    public async Task Services_live_until_the_response_is_written_and_no_longer()
    {
        Assert.Equal("""{"a":{"disposed":false}}""", await _engine.DataAsync("{ a { disposed } }"));
        Assert.True(Assert.Single(All).IsDisposed);
    }

    [Fact]
    public async Task Services_end_when_the_request_fails_too()
    {
        _engine.Options.MaxResponseBytes = 2000;
        _engine.Options.Parser.MaxAllowedAliases = 1000;
        var fields = string.Join(' ', Enumerable.Range(0, 1000).Select(i => $"field{i}: id"));
        var (data, errors) = await _engine.OutcomeAsync($"{{ a {{ {fields} }} }}");
        Assert.Equal("null", data);
        Assert.Equal([": The response is larger than 2000 bytes. Ask for fewer fields or shorter pages."], errors);
        Assert.True(Assert.Single(All).IsDisposed);
    }

    [Fact]
    public async Task A_resolver_that_asks_for_no_service_opens_no_scope()
    {
        await _engine.DataAsync("{ none }");
        Assert.Empty(All);
    }

    [Fact]
    public async Task Resolvers_that_ask_for_loaders_only_open_no_scope()
    {
        var counted = new CountedScopes(new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().BuildServiceProvider());
        await AskThriceAsync<LetterLoader>(counted);
        Assert.Equal(0, counted.Count);
    }

    [Fact]
    public async Task Resolvers_that_ask_for_a_loader_of_somebody_elses_share_the_operations_scope()
    {
        var counted = new CountedScopes(new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>()
            .AddScoped<IDataLoader<int, string>>(services => services.GetRequiredService<LetterLoader>()).BuildServiceProvider());
        await AskThriceAsync<IDataLoader<int, string>>(counted);
        Assert.Equal(1, counted.Count);
    }

    private static async Task AskThriceAsync<TLoader>(IServiceProvider services)
        where TLoader : IDataLoader<int, string>
    {
        var engine = new Engine("type Query { a: String }") { Services = services }
            .OnAsync("Query.a", async context => await context.Services.GetRequiredService<TLoader>().LoadAsync(1));
        Assert.Equal("""{"a":"A","b":"A","c":"A"}""", await engine.DataAsync("{ a b: a c: a }"));
    }

    [Fact]
    public async Task A_request_without_services_says_so_to_the_resolver_that_asks()
    {
        var engine = new Engine("type Query { a: Int }").On("Query.a", context => context.Services.GetHashCode());
        engine.Options.IncludeExceptionDetails = true;
        using var result = await engine.ExecuteAsync("{ a }");
        Assert.Equal("A resolver asked for services, but the request has none: set GraphQLRequest.Services.", result.Errors[0].Extensions!["message"]);
    }

    private sealed class CountedScopes(IServiceProvider services) : IServiceProvider, IServiceScopeFactory
    {
        public int Count { get; private set; }

        public object? GetService(Type serviceType) => serviceType == typeof(IServiceScopeFactory) ? this : services.GetService(serviceType);

        public IServiceScope CreateScope()
        {
            Count++;
            return services.CreateScope();
        }
    }

    private sealed class Connection : IDisposable
    {
        public Connection(List<Connection> all)
        {
            all.Add(this);
            Id = all.Count;
        }

        public int Id { get; }

        public bool IsDisposed { get; private set; }

        public void Dispose() => IsDisposed = true;
    }
}
