using Microsoft.Extensions.Time.Testing;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Execution.Incremental;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

/// <summary>What listeners hear of answers that come in parts.</summary>
public sealed class LaterResultsTests
{
    private const string Sdl = "type Query { id: Int  a: Int  b: Int  numbers: [Int]  fails: Int  forever: Int }";

    private readonly HeardEvents _log = new();
    private readonly FakeTimeProvider _time = TestClock.At("2026-03-01T12:00:00Z");
    private readonly Engine _engine;

    public LaterResultsTests()
    {
        _engine = IncrementalEngine.Of(Sdl, _time).On("Query.id", _ => 1).On("Query.a", _ => 2).On("Query.b", _ => 3).On("Query.numbers", _ => new[] { 1, 2 })
            .On("Query.fails", _ => throw new GraphQLException("No.", "MY_CODE"))
            .OnAsync("Query.forever", async context =>
            {
                await Task.Delay(Timeout.Infinite, context.RequestAborted);
                return null;
            });
        _engine.Listeners.Add(new RecordingListener(_log));
    }

    [Fact]
    public async Task What_comes_later_is_told_after_the_request_and_until_all_is_delivered()
    {
        await _engine.PartsAsync("{ id ... @defer { a } }");

        Assert.Equal(["+stream", "-request", "+later", "-later", "result 1 last", "-stream"], _log.Events.TakeLast(6));
    }

    [Fact]
    public async Task Fragments_and_items_that_come_side_by_side_are_told_each()
    {
        await _engine.PartsAsync("{ id ... @defer { a } ... @defer { b } numbers @stream }");

        Assert.Equal(3, _log.Events.Count(what => what == "+later"));
        Assert.Equal(3, _log.Events.Count(what => what == "-later"));
        Assert.Equal("-stream", _log.Events[^1]);
    }

    [Fact]
    public async Task An_answer_in_one_part_has_nothing_to_tell()
    {
        await _engine.PartsAsync("{ id ... @defer(if: false) { a } }");

        Assert.DoesNotContain(_log.Events, what => what.Contains("stream", StringComparison.Ordinal) || what.Contains("later", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_in_what_comes_later_is_told_with_its_field()
    {
        await _engine.PartsAsync("{ id ... @defer { mine: fails } }");

        Assert.Equal(["+later", "-later", "mine failed: No.", "result 1 last", "-stream"], _log.Events.TakeLast(5));
    }

    [Fact]
    public async Task A_client_that_leaves_ends_it_once()
    {
        var response = await _engine.SubscribeAsync("{ id ... @defer { forever } }");
        await response.DisposeAsync();
        await response.DisposeAsync();

        await Eventually.IsTrueAsync(() => _log.Events.Contains("-stream"), "the answer's end is told");
        Assert.Single(_log.Events, what => what == "-stream");
        Assert.DoesNotContain("+later", _log.Events);
    }

    [Fact]
    public async Task What_is_out_of_time_ends_by_a_last_result()
    {
        await using (var response = await _engine.SubscribeAsync("{ id ... @defer { forever } }"))
        {
            var results = response.ReadResultsAsync().GetAsyncEnumerator();
            await results.NextAsync();
            var last = results.NextAsync();
            _time.Advance(TimeSpan.FromSeconds(30));
            await last;
        }

        await Eventually.IsTrueAsync(() => _log.Events.Contains("-stream"), "the answer's end is told");
        Assert.Contains("result 0 last", _log.Events);
    }
}
