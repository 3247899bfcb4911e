using System.Runtime.CompilerServices;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Subscriptions;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>A server with streams that end, that go on, that fail and that a test sends to; and with what transports must carry.</summary>
internal sealed class StreamSchema
{
    public StreamSchema(TimeProvider? time = null)
    {
        var schema = SdlSchemaBuilder.Build(
            """
            type Query { hello: String  wait: String  user: String  state(key: String!): String }
            type Mutation { act: Int }
            type Subscription { count(to: Int!): Int  endless: Int  topic: Int  broken: Int  refused: Int }
            """);
        OnQuery(schema);
        On(schema, "count", context => Of(CountAsync(context.ArgumentValue<int>("to"))));
        On(schema, "endless", _ => Of(EndlessAsync()));
        On(schema, "topic", _ => ((ITopicEventReceiver)Broker).SubscribeAsync<int>("topic"));
        On(schema, "broken", _ => Of(BreakAsync()));
        On<ISourceStream>(schema, "refused", _ => throw new GraphQL.Errors.GraphQLException("Not today."));
        Executor = new GraphQLServer(schema, time: time);
    }

    public GraphQLServer Executor { get; }

    public InMemoryTopicBroker Broker { get; } = new();

    /// <summary>How many endless streams are open.</summary>
    public int Endless => _endless;

    private int _endless;

    private static void OnQuery(Schema schema)
    {
        var query = schema.QueryType!.Fields;
        query["hello"].Resolver = _ => new("world");
        query["wait"].Resolver = async context =>
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return "never";
        };
        query["user"].Resolver = context => new((context.ContextData["ClaimsPrincipal"] as System.Security.Claims.ClaimsPrincipal)?.Identity?.Name);
        query["state"].Resolver = context => new(context.ContextData.TryGetValue(context.ArgumentValue<string>("key")!, out var value) ? value : null);
        schema.MutationType!.Fields["act"].Resolver = _ => new(1);
    }

    private static void On<TStream>(Schema schema, string name, Func<IResolverContext, ValueTask<TStream>> open)
        where TStream : ISourceStream
    {
        var field = schema.SubscriptionType!.Fields[name];
        field.Subscriber = async context => await open(context);
        field.Resolver = context => new(context.Parent<int>());
    }

    private static ValueTask<ISourceStream> Of(IAsyncEnumerable<int> events) => new(SourceStream.Of(events));

    private static async IAsyncEnumerable<int> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return i;
        }
    }

    private async IAsyncEnumerable<int> EndlessAsync([EnumeratorCancellation] CancellationToken ended = default)
    {
        Interlocked.Increment(ref _endless);
        try
        {
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            for (var i = 0; ; i++)
            {
                yield return i;
                await pace.WaitForNextTickAsync(ended);
            }
        }
        finally
        {
            Interlocked.Decrement(ref _endless);
        }
    }

    private static async IAsyncEnumerable<int> BreakAsync()
    {
        yield return 1;
        await Task.Yield();
        throw new GraphQL.Errors.GraphQLException("The wire is cut.");
    }
}
