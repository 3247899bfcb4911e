using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution.Incremental;

/// <summary>@defer. Specification, working draft: 6.2.3 Incremental Delivery.</summary>
public sealed class DeferTests
{
    private const string Sdl = """
        type Query { hero: Hero  heroes: [Hero!]!  must: Must }
        type Must { hero: Hero! }
        type Hero { id: ID  name: String  slow: String  fails: String!  nullable: String  friend: Hero  friends: [Hero] }
        """;

    private static readonly Dictionary<string, object?> _luke = new()
    {
        ["id"] = "1", ["name"] = "Luke", ["fails"] = null, ["friends"] = new List<object> { Friend("2", "Han"), Friend("3", "Leia") }, ["friend"] = Friend("2", "Han"),
    };

    private readonly TaskCompletionSource<object?> _slow = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Engine _engine;

    public DeferTests() =>
        _engine = IncrementalEngine.Of(Sdl).On("Query.hero", _ => _luke).On("Query.heroes", _ => new[] { _luke, _luke }).OnAsync("Hero.slow", _ => _slow.Task);

    [Fact]
    public async Task A_deferred_fragment_comes_after_the_rest() => Assert.Equal(
        [
            """{"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ hero { id ... @defer { name } } }"));

    [Fact]
    public async Task A_fragment_at_the_root_may_be_deferred_and_named() => Assert.Equal(
        [
            """{"data":{},"pending":[{"id":"0","path":[],"label":"later"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"hero":{"name":"Luke"}}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("""{ ...F @defer(label: "later") } fragment F on Query { hero { name } }"""));

    [Fact]
    public async Task What_is_selected_outside_too_comes_once_and_at_once() => Assert.Equal(
        [
            """{"data":{"hero":{"name":"Luke","friend":{"id":"2"}}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
            """{"incremental":[{"id":"0","subPath":["friend"],"data":{"name":"Han"}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ hero { name friend { id } ... @defer { name friend { id name } } } }"));

    [Fact]
    public async Task A_fragment_that_adds_nothing_is_not_told_of() => Assert.Equal(
        ["""{"data":{"hero":{"name":"Luke"}}}"""],
        await _engine.PartsAsync("{ hero { name ... @defer { name } } }"));

    [Fact]
    public async Task A_fragment_within_another_comes_after_it() => Assert.Equal(
        [
            """{"data":{"hero":{}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
            """{"pending":[{"id":"1","path":["hero","friend"]}],"incremental":[{"id":"0","data":{"friend":{"id":"2"}}}],"completed":[{"id":"0"}],"hasNext":true}""",
            """{"incremental":[{"id":"1","data":{"name":"Han"}}],"completed":[{"id":"1"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ hero { ... @defer { friend { id ... @defer { name } } } } }"));

    [Fact]
    public async Task A_fragment_around_others_that_has_no_fields_of_its_own_is_not_told_of() => Assert.Equal(
        [
            """{"data":{"hero":{}},"pending":[{"id":"0","path":["hero"],"label":"inner"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","data":{"id":"1"}}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("""{ hero { ... @defer(label: "outer") { ... @defer(label: "inner") { id } } } }"""));

    [Fact]
    public async Task Fields_that_two_fragments_share_come_with_the_first()
    {
        await using var response = await _engine.SubscribeAsync("""{ hero { ... @defer(label: "a") { id name } ... @defer(label: "b") { name slow } } }""");
        var results = response.ReadResultsAsync().GetAsyncEnumerator();

        Assert.Equal("""{"data":{"hero":{}},"pending":[{"id":"0","path":["hero"],"label":"a"},{"id":"1","path":["hero"],"label":"b"}],"hasNext":true}""", await results.NextAsync());
        Assert.Equal("""{"incremental":[{"id":"0","data":{"id":"1"}},{"id":"0","data":{"name":"Luke"}}],"completed":[{"id":"0"}],"hasNext":true}""", await results.NextAsync());
        _slow.SetResult("slow");
        Assert.Equal("""{"incremental":[{"id":"1","data":{"slow":"slow"}}],"completed":[{"id":"1"}],"hasNext":false}""", await results.NextAsync());
        Assert.False(await results.MoveNextAsync());
    }

    [Fact]
    public async Task The_initial_result_waits_for_nothing_that_is_deferred()
    {
        var calls = 0;
        _engine.OnAsync("Hero.slow", _ =>
        {
            calls++;
            return _slow.Task;
        });
        await using var response = await _engine.SubscribeAsync("{ hero { id ... @defer { slow } } }");
        var results = response.ReadResultsAsync().GetAsyncEnumerator();

        Assert.StartsWith("""{"data":{"hero":{"id":"1"}}""", await results.NextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, calls);
        var next = results.NextAsync();
        Assert.Equal((1, false), (calls, next.IsCompleted));
        _slow.SetResult("slow");
        Assert.Contains("""{"slow":"slow"}""", await next, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"later":false}""", 1)]
    [InlineData("""{"later":true}""", 2)]
    [InlineData("{}", 2)]
    public async Task A_variable_decides_whether_a_fragment_is_deferred(string variables, int results) =>
        Assert.Equal(results, (await _engine.PartsAsync("query($later: Boolean) { hero { id ... @defer(if: $later) { name } } }", variables)).Count);

    [Fact]
    public async Task A_variable_that_decides_is_not_null()
    {
        var parts = await _engine.PartsAsync("query($later: Boolean) { hero { id ... @defer(if: $later) { name } } }", """{"later":null}""");

        Assert.Contains("not to be null", Assert.Single(parts), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Skipped_fragments_are_not_deferred() =>
        Assert.Equal(["""{"data":{"hero":{"id":"1"}}}"""], await _engine.PartsAsync("{ hero { id ... @defer @skip(if: true) { name } } }"));

    [Fact]
    public async Task A_null_where_none_may_be_ends_the_fragment_and_leaves_the_rest_alone() => Assert.Equal(
        [
            """{"data":{"hero":{"id":"1"}},"pending":[{"id":"0","path":["hero"]}],"hasNext":true}""",
            """{"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Hero.fails.","locations":[{"line":1,"column":31}],"path":["hero","fails"],"extensions":{"code":"HC0018"}}]}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ hero { id ... @defer { name fails } } }"));

    [Fact]
    public async Task An_error_within_a_fragment_comes_with_its_data()
    {
        _engine.On("Hero.nullable", _ => throw new GraphQL.Errors.GraphQLException("No."));

        var parts = await _engine.PartsAsync("{ hero { id ... @defer { nullable } } }");

        Assert.Equal(
            """{"incremental":[{"id":"0","errors":[{"message":"No.","locations":[{"line":1,"column":26}],"path":["hero","nullable"]}],"data":{"nullable":null}}],"completed":[{"id":"0"}],"hasNext":false}""",
            parts[1]);
    }

    [Fact]
    public async Task What_a_null_has_taken_away_is_not_deferred() =>
        Assert.Contains("\"friend\":null", Assert.Single(await _engine.PartsAsync("{ hero { friend { fails ... @defer { name } } } }")), StringComparison.Ordinal);

    [Fact]
    public async Task Each_object_of_a_list_has_a_fragment_of_its_own()
    {
        var parts = await _engine.PartsAsync("{ hero { friends { id ... @defer { name } } } }");

        Assert.Contains("""[{"id":"0","path":["hero","friends",0]},{"id":"1","path":["hero","friends",1]}]""", parts[0], StringComparison.Ordinal);
        Assert.Equal(
            """{"incremental":[{"id":"0","data":{"name":"Han"}},{"id":"1","data":{"name":"Leia"}}],"completed":[{"id":"0"},{"id":"1"}],"hasNext":false}""", parts[1]);
    }

    [Fact]
    public async Task Without_a_stream_everything_is_one_result() => Assert.Equal(
        """{"data":{"hero":{"id":"1","name":"Luke"}}}""", await _engine.AskAsync("{ hero { id ... @defer { name } } }"));

    private static Dictionary<string, object?> Friend(string id, string name) => new() { ["id"] = id, ["name"] = name };
}
