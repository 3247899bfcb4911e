using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>The list of graphql-js: subscribe-test and mapAsyncIterable-test.</summary>
public sealed class SubscriptionTests
{
    private const string Sdl =
        """
        type Query { a: Int }
        type Subscription { mail(priority: Int = 0): Mail  number: Int  must: Int!  letter: String  none: Int }
        type Mail { subject: String  from: String! }
        """;

    private readonly SourceDouble _source = new();
    private readonly Engine _engine = new(Sdl);

    public SubscriptionTests()
    {
        foreach (var field in new[] { "mail", "number", "must", "letter" }) _engine.OnSubscribe($"Subscription.{field}", _ => Open());
        foreach (var field in new[] { "number", "must" }) _engine.On($"Subscription.{field}", context => context.Parent<object>() is Exception error ? throw error : context.Parent<int>());
    }

    private SourceDouble Open()
    {
        _source.Opened++;
        return _source;
    }

    [Fact]
    public async Task Each_event_gives_a_result_and_the_end_of_the_source_is_the_end()
    {
        await using var stream = await _engine.SubscribeAsync("subscription { mail { subject } }");
        _source.Send(Mail("Hi"), Mail("Bye"));
        _source.End();

        Assert.Equal(["""{"data":{"mail":{"subject":"Hi"}}}""", """{"data":{"mail":{"subject":"Bye"}}}"""], await ReadAsync(stream));
        Assert.Equal((1, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task A_query_has_a_single_result_and_no_stream()
    {
        await using var stream = await _engine.SubscribeAsync("{ a }");

        Assert.Equal("""{"data":{"a":null}}""", Engine.Text(stream.Result!));
        Assert.Throws<InvalidOperationException>(() => stream.ReadResultsAsync());
    }

    [Theory]
    [InlineData("subscription { mail(priority: \"high\") { subject } }", RequestErrorKind.Validation)]
    [InlineData("subscription ($p: Int) { mail(priority: $p) { subject } }", RequestErrorKind.Variables)]
    [InlineData("subscription { number mail { subject } }", RequestErrorKind.Validation)]
    [InlineData("subscription {", RequestErrorKind.Syntax)]
    public async Task A_request_that_is_wrong_is_answered_once_and_opens_nothing(string query, RequestErrorKind kind)
    {
        await using var stream = await _engine.SubscribeAsync(query, """{"p":"high"}""");

        Assert.Equal(kind, stream.Result!.Kind);
        Assert.Equal(0, _source.Opened);
    }

    [Fact]
    public async Task A_source_that_cannot_be_opened_is_an_error_without_data_at_its_field()
    {
        _engine.OnSubscribe("Subscription.number", _ => throw new GraphQLException("No numbers today.", "CLOSED"));
        await using var stream = await _engine.SubscribeAsync("subscription { n: number }");

        Assert.Equal(
            """{"errors":[{"message":"No numbers today.","locations":[{"line":1,"column":16}],"path":["n"],"extensions":{"code":"CLOSED"}}]}""",
            Engine.Text(stream.Result!));
        Assert.Equal(RequestErrorKind.SourceStream, stream.Result!.Kind);
    }

    [Theory]
    [InlineData("subscription { none }")]
    [InlineData("subscription { letter }")]
    public async Task A_field_without_a_stream_is_an_error_too(string query)
    {
        _engine.OnSubscribe("Subscription.letter", _ => null!);
        await using var stream = await _engine.SubscribeAsync(query);

        Assert.Equal("Unexpected Execution Error", Assert.Single(stream.Result!.Errors).Message);
        Assert.Equal(RequestErrorKind.SourceStream, stream.Result.Kind);
    }

    [Fact]
    public async Task The_subscriber_sees_the_arguments()
    {
        var priority = 0;
        _engine.OnSubscribe("Subscription.mail", context =>
        {
            priority = context.ArgumentValue<int>("priority");
            return _source;
        });
        await using var stream = await _engine.SubscribeAsync("subscription ($p: Int) { mail(priority: $p) { subject } }", """{"p":3}""");

        Assert.Equal(3, priority);
    }

    [Fact]
    public async Task Errors_of_an_event_are_in_its_result_and_the_stream_goes_on()
    {
        await using var stream = await _engine.SubscribeAsync("subscription { must }");
        _source.Send(1, new GraphQLException("Bad event."), 3);
        _source.End();

        Assert.Equal(
            [
                """{"data":{"must":1}}""",
                """{"errors":[{"message":"Bad event.","locations":[{"line":1,"column":16}],"path":["must"]}],"data":null}""",
                """{"data":{"must":3}}""",
            ],
            await ReadAsync(stream));
    }

    [Fact]
    public async Task A_failing_source_ends_the_stream_with_an_error()
    {
        await using var stream = await _engine.SubscribeAsync("subscription { number }");
        _source.Send(1);
        _source.End(new GraphQLException("The wire is cut."));

        Assert.Equal(
            ["""{"data":{"number":1}}""", """{"errors":[{"message":"The wire is cut.","locations":[{"line":1,"column":16}],"path":["number"]}]}"""],
            await ReadAsync(stream));
        Assert.Equal((1, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task An_event_that_is_null_is_one()
    {
        _engine.On("Subscription.letter", context => SourceEvent.Read<string>(context));
        await using var stream = await _engine.SubscribeAsync("subscription { letter }");
        _source.Send("a", null);
        _source.End();

        Assert.Equal(["""{"data":{"letter":"a"}}""", """{"data":{"letter":null}}"""], await ReadAsync(stream));
    }

    [Fact]
    public async Task Events_are_executed_one_after_the_other_however_long_one_takes()
    {
        var (running, most) = (0, 0);
        var slow = new TaskCompletionSource();
        _engine.OnAsync("Subscription.number", async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref running));
            if (context.Parent<int>() == 1) await slow.Task;
            Interlocked.Decrement(ref running);
            return context.Parent<int>();
        });
        await using var stream = await _engine.SubscribeAsync("subscription { number }");
        _source.Send(1, 2, 3);
        _source.End();
        var reading = ReadAsync(stream);
        slow.SetResult();

        Assert.Equal(["""{"data":{"number":1}}""", """{"data":{"number":2}}""", """{"data":{"number":3}}"""], await reading);
        Assert.Equal(1, most);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_stream_that_is_closed_while_it_waits_ends_and_releases_its_source_once(bool heedsToken)
    {
        var source = new SourceDouble(heedsToken);
        _engine.OnSubscribe("Subscription.number", _ => source);
        var stream = await _engine.SubscribeAsync("subscription { number }");
        var reading = ReadAsync(stream);
        Assert.False(reading.IsCompleted);

        await stream.DisposeAsync();
        await stream.DisposeAsync();
        Assert.Empty(await reading);
        if (!heedsToken)
        {
            Assert.False(source.Gone.Task.IsCompleted);
            source.Send(1); // It gives in.
        }

        await source.Gone.Task;
        Assert.Equal((1, 1), (source.EnumeratorsReleased, source.Released));
    }

    [Fact]
    public async Task A_client_that_goes_away_ends_the_stream_and_releases_the_source_once()
    {
        using var client = new CancellationTokenSource();
        await using var stream = await _engine.SubscribeAsync("subscription { number }", cancellationToken: client.Token);
        var reading = ReadAsync(stream);
        await client.CancelAsync();

        Assert.Empty(await reading);
        await _source.Gone.Task;
        Assert.Equal((1, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task A_reader_that_breaks_off_releases_the_source_once()
    {
        await using var stream = await _engine.SubscribeAsync("subscription { number }");
        _source.Send(1, 2);
        await foreach (var result in stream.ReadResultsAsync())
        {
            result.Dispose();
            break;
        }

        Assert.Equal((1, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task A_stream_that_nobody_reads_is_released_too()
    {
        await (await _engine.SubscribeAsync("subscription { number }")).DisposeAsync();

        Assert.Equal((0, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task Closing_during_an_event_drops_its_result()
    {
        var (started, end) = (new TaskCompletionSource(), new TaskCompletionSource());
        _engine.OnAsync("Subscription.number", async _ =>
        {
            started.SetResult();
            await end.Task;
            return 1;
        });
        var stream = await _engine.SubscribeAsync("subscription { number }");
        _source.Send(1);
        var reading = ReadAsync(stream);
        await started.Task;
        await stream.DisposeAsync();

        Assert.Empty(await reading);
        end.SetResult();
        Assert.Equal((1, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task A_subscriber_that_takes_too_long_is_given_up_and_what_it_opens_later_is_released()
    {
        var opened = new TaskCompletionSource<SourceDouble>();
        _engine.Type<ObjectType>("Subscription").Fields["number"].Subscriber = async _ => await opened.Task;
        _engine.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(20);
        await using var stream = await _engine.SubscribeAsync("subscription { number }");

        Assert.Equal("HC0045", Assert.Single(stream.Result!.Errors).Code);
        opened.SetResult(_source);
        await _source.Gone.Task;
        Assert.Equal((0, 1), (_source.EnumeratorsReleased, _source.Released));
    }

    [Fact]
    public async Task An_event_that_takes_too_long_has_failed_and_the_next_one_comes()
    {
        _engine.OnAsync("Subscription.number", async context =>
        {
            if (context.Parent<int>() == 1) await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return context.Parent<int>();
        });
        _engine.Options.ExecutionTimeout = TimeSpan.FromMilliseconds(100);
        await using var stream = await _engine.SubscribeAsync("subscription { number }");
        _source.Send(1, 2);
        _source.End();

        var results = await ReadAsync(stream);
        Assert.Contains("\"code\":\"HC0045\"", results[0], StringComparison.Ordinal);
        Assert.EndsWith(",\"data\":null}", results[0], StringComparison.Ordinal);
        Assert.Equal("""{"data":{"number":2}}""", results[1]);
    }

    [Fact]
    public async Task The_subscribers_services_live_as_long_as_the_stream_and_each_event_has_its_own()
    {
        await using var services = new ServiceCollection().AddScoped<Counted>().AddSingleton(new List<Counted>()).BuildServiceProvider();
        var engine = new Engine(Sdl) { Services = services }
            .OnSubscribe("Subscription.number", context =>
            {
                context.Services.GetRequiredService<Counted>();
                return _source;
            })
            .On("Subscription.number", context => context.Services.GetRequiredService<Counted>().Id);
        var all = services.GetRequiredService<List<Counted>>();
        await using var stream = await engine.SubscribeAsync("subscription { number }");
        _source.Send(1, 2);
        _source.End();

        Assert.Equal([1, 1], await ReadAsync(stream, _ => all.Count(each => !each.IsReleased)));
        Assert.Equal(3, all.Count);
        Assert.All(all, each => Assert.True(each.IsReleased));
    }

    [Fact]
    public async Task Each_event_loads_anew_and_starts_from_the_same_state()
    {
        await using var services = new ServiceCollection().AddSingleton<FetchLog>().AddDataLoader<LetterLoader>().BuildServiceProvider();
        var engine = new Engine(Sdl) { Services = services }
            .OnSubscribe("Subscription.letter", _ => _source)
            .OnAsync("Subscription.letter", async context =>
            {
                Assert.True(context.ContextData.TryAdd("seen", true));
                return await context.Services.GetRequiredService<LetterLoader>().LoadAsync(1);
            });
        await using var stream = await engine.SubscribeAsync("subscription { letter }");
        _source.Send(1, 2);
        _source.End();

        Assert.Equal(["""{"data":{"letter":"A"}}""", """{"data":{"letter":"A"}}"""], await ReadAsync(stream));
        Assert.Equal(2, services.GetRequiredService<FetchLog>().Batches.Count);
    }

    private static Dictionary<string, object?> Mail(string subject) => new() { ["mail"] = new Dictionary<string, object?> { ["subject"] = subject } };

    private static Task<List<string>> ReadAsync(ResponseStream stream) => ReadAsync(stream, Engine.Text);

    private static async Task<List<T>> ReadAsync<T>(ResponseStream stream, Func<ExecutionResult, T> look)
    {
        var results = new List<T>();
        await foreach (var result in stream.ReadResultsAsync())
        {
            using (result) results.Add(look(result));
        }

        return results;
    }

    private sealed class Counted : IDisposable
    {
        public Counted(List<Counted> all)
        {
            all.Add(this);
            Id = all.Count;
        }

        public int Id { get; }

        public bool IsReleased { get; private set; }

        public void Dispose() => IsReleased = true;
    }
}
