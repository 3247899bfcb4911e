using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Subscriptions;
using Personalify.GraphQL.Tests.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>From annotated methods to streams of events.</summary>
public sealed class SubscribeTests : IAsyncDisposable
{
    private readonly InMemoryTopicBroker _broker = new();
    private readonly ServiceProvider _services;
    private readonly GraphQLServer _server;

    public SubscribeTests()
    {
        _services = new ServiceCollection().AddSingleton<ITopicEventReceiver>(_broker).BuildServiceProvider();
        var builder = new SchemaBuilder(_services.GetRequiredService<IServiceProviderIsService>());
        _server = new GraphQLServer(builder.AddQueryType<Query>().AddSubscriptionType<Subscription>().Build());
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public void Methods_that_open_streams_are_no_fields_and_lend_them_their_arguments() => Assert.Contains(
        """
        type Subscription {
          bookAdded: Book!
          bookMoved(shelf: Int!, room: String!): String
          bookSold(currency: String!, shop: ID!): Int!
          bookLost(topic: String!): Book!
          pages(from: Int!): Int!
          read: Int!
          returned: Int
        }
        """,
        SchemaPrinter.Print(_server.Schema),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("subscription { bookAdded { title } }", "BookAdded", """{"bookAdded":{"title":"T"}}""")]
    [InlineData("""subscription { bookMoved(shelf: 7, room: "r") }""", "shelf:7:r", """{"bookMoved":"T to 7"}""")]
    [InlineData("""subscription { bookLost(topic: "any") { title } }""", "any", """{"bookLost":{"title":"T"}}""")]
    public async Task A_topic_brings_the_events(string query, string topic, string data)
    {
        await using var stream = await SubscribeAsync(query);
        await _broker.SendAsync("nothing", new Book("other"));
        await _broker.SendAsync(topic, new Book("T"));
        await _broker.CompleteAsync(topic);

        Assert.Equal([$"{{\"data\":{data}}}"], await ReadAsync(stream));
    }

    [Theory]
    [InlineData("""subscription { bookSold(currency: "EUR", shop: "s") }""", """{"bookSold":1}""", """{"bookSold":2}""")]
    [InlineData("subscription { pages(from: 4) }", """{"pages":4}""", """{"pages":5}""")]
    [InlineData("subscription { read }", """{"read":1}""", """{"read":2}""")]
    [InlineData("subscription { returned }", """{"returned":1}""", """{"returned":null}""")]
    public async Task A_method_brings_the_events(string query, string first, string second)
    {
        await using var stream = await SubscribeAsync(query);

        Assert.Equal([$"{{\"data\":{first}}}", $"{{\"data\":{second}}}"], await ReadAsync(stream));
    }

    [Fact]
    public void Everything_that_cannot_work_stops_the_start()
    {
        var builder = new SchemaBuilder(new ServiceCollection().BuildServiceProvider().GetRequiredService<IServiceProviderIsService>());
        var error = Assert.Throws<SchemaException>(() => builder.AddQueryType<WrongQuery>().AddSubscriptionType<Wrong>().Build());

        const string Class = "Personalify.GraphQL.Tests.Types.Building.SubscribeTests+Wrong";
        Assert.Equal(
            [
                $"The parameter no of {Class}Query.Early is marked with [EventMessage], but only subscription fields have events.",
                $"{Class}Query.Marked is marked with [Subscribe], which only members of a [SubscriptionType] class may be.",
                $"{Class}.BothWays is marked with [Topic], so it must be marked with [Subscribe] without With.",
                $"The parameter late of {Class}.Open is marked with [EventMessage], but there is no event yet when the stream is opened.",
                $"{Class}.Unbrokered subscribes to a topic, but no broker is registered: call AddInMemorySubscriptions(), or register an ITopicEventReceiver.",
                $"{Class}.Nowhere names Missing as the method that opens its stream: its class must have exactly one method of that name.",
                $"{Class}.Numbers opens the stream of a subscription: it must return IAsyncEnumerable<T> or ISourceStream<T>, perhaps in a task.",
                $"The parameter text of {Class}.OtherType takes events of the type System.String, but {Class}.OpenNumbers sends System.Int32.",
                $"{Class}.OpenNumbers takes the argument from as Int!, but the field takes it as String!: make them the same.",
                $"{Class}.Plain is a subscription field: it must return IAsyncEnumerable<T>, its events, or be marked with [Subscribe].",
                $"{Class}.Twice returns a stream, which subscription fields without [Subscribe] do: return the value for one event, or leave the mark out.",
            ],
            error.Errors.Select(each => each.Message));
    }

    [Fact]
    public void A_topic_needs_its_message_and_its_arguments()
    {
        var error = Assert.Throws<SchemaException>(() => new SchemaBuilder().AddQueryType<Query>().AddSubscriptionType<WrongTopics>().Build());

        const string Class = "Personalify.GraphQL.Tests.Types.Building.SubscribeTests+WrongTopics";
        Assert.Equal(
            [
                $"{Class}.NoMessage subscribes to a topic, so a parameter must take its messages: mark it with [EventMessage].",
                $"The topic of {Class}.NoArgument has a place for shelf, which is no argument of the field.",
            ],
            error.Errors.Select(each => each.Message));
    }

    private Task<ResponseStream> SubscribeAsync(string query) =>
        _server.ExecuteStreamAsync(new GraphQLRequest { Document = System.Text.Encoding.UTF8.GetBytes(query), Services = _services });

    private static async Task<List<string>> ReadAsync(ResponseStream stream)
    {
        Assert.Null(stream.Result);
        var results = new List<string>();
        await foreach (var result in stream.ReadResultsAsync())
        {
            using (result) results.Add(Engine.Text(result));
        }

        return results;
    }

    internal sealed record Book(string Title);

    internal sealed class Query
    {
        public static int One() => 1;
    }

    internal sealed class Subscription
    {
        [Subscribe]
        public static Book BookAdded([EventMessage] Book book) => book;

        [Subscribe]
        [Topic("shelf:{shelf}:{room}")]
        public static string? BookMoved(int shelf, string room, [EventMessage] Book book) => room.Length == 1 ? $"{book.Title} to {shelf}" : null;

        [Subscribe(With = nameof(OpenSalesAsync))]
        public int BookSold([EventMessage] int count, string currency) => currency == "EUR" && GetType() == typeof(Subscription) ? count : 0;

        internal static Task<IAsyncEnumerable<int>> OpenSalesAsync([ID] string shop) => Task.FromResult(Two(shop.Length));

        [Subscribe]
        public static Book BookLost([Topic] string topic, [EventMessage] Book book) => topic == "any" ? book : new Book("");

        public static IAsyncEnumerable<int> PagesAsync(int from) => Two(from);

        [Subscribe(With = nameof(OpenRead))]
        public static int Read([EventMessage] int count) => count;

        public static ISourceStream<int> OpenRead() => new Stream(Two(1));

        [Subscribe(With = nameof(OpenReturnedAsync))]
        public static int? Returned([EventMessage] int? count) => count;

        public static async ValueTask<ISourceStream> OpenReturnedAsync(CancellationToken ended)
        {
            await Task.Yield();
            ended.ThrowIfCancellationRequested();
            return SourceStream.Of(OneAndNothing());
        }

        private static async IAsyncEnumerable<int> Two(int from)
        {
            await Task.Yield();
            yield return from;
            yield return from + 1;
        }

        private static async IAsyncEnumerable<int?> OneAndNothing()
        {
            await Task.Yield();
            yield return 1;
            yield return null;
        }
    }

    private sealed class Stream(IAsyncEnumerable<int> events) : ISourceStream<int>
    {
        public IAsyncEnumerable<int> ReadEventsAsync() => events;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    internal sealed class WrongQuery
    {
        public static int Early([EventMessage] int no) => no;

        [Subscribe]
        public static int Marked() => 1;
    }

    internal sealed class Wrong
    {
        [Subscribe(With = nameof(OpenNumbers))]
        [Topic("t")]
        public static int BothWays() => 1;

        public static IAsyncEnumerable<int> Open([EventMessage] int late) => OpenNumbers(late);

        [Subscribe]
        public static int Unbrokered([EventMessage] int no) => no;

        [Subscribe(With = "Missing")]
        public static int Nowhere() => 1;

        [Subscribe(With = nameof(Numbers))]
        public static int NoStream() => 1;

        [Subscribe(With = nameof(OpenNumbers))]
        public static int OtherType([EventMessage] string text) => text.Length;

        [Subscribe(With = nameof(OpenNumbers))]
        public static int OtherArgument(string from) => from.Length;

        public static int Plain() => 1;

        [Subscribe]
        public static IAsyncEnumerable<int> Twice([EventMessage] int no) => OpenNumbers(no);

        public static int[] Numbers() => [];

        public static IAsyncEnumerable<int> OpenNumbers(int from) => AsyncEnumerable.Range(from, 1);
    }

    internal sealed class WrongTopics
    {
        [Subscribe]
        public static int NoMessage() => 1;

        [Subscribe]
        [Topic("shelf:{shelf}")]
        public static int NoArgument([EventMessage] int no) => no;
    }
}
