using System.Runtime.CompilerServices;
using Personalify.GraphQL.Execution;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Execution.Incremental;

/// <summary>@stream. Specification, working draft: 6.2.3 Incremental Delivery.</summary>
public sealed class StreamTests
{
    private const string Sdl = """
        type Query { letters: [String]  strict: [String!]  items: [Item]  box: Box  nested: [[Int]] }
        type Box { letters: [String]  items: [Item!]  name: String }
        type Item { id: Int  text: String!  slow: String }
        """;

    private readonly Engine _engine = IncrementalEngine.Of(Sdl)
        .On("Query.letters", _ => new[] { "a", "b", "c" })
        .On("Query.nested", _ => new[] { new[] { 1, 2 }, [3] })
        .On("Query.box", _ => new Dictionary<string, object?> { ["letters"] = new List<string> { "a", "b" }, ["items"] = Items(3), ["name"] = "box" })
        .On("Query.items", _ => Items(3));

    private int _closed;

    [Fact]
    public async Task The_items_of_a_list_come_after_the_first_ones() => Assert.Equal(
        [
            """{"data":{"letters":["a"]},"pending":[{"id":"0","path":["letters"]}],"hasNext":true}""",
            """{"incremental":[{"id":"0","items":["b","c"]}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ letters @stream(initialCount: 1) }"));

    [Fact]
    public async Task A_list_that_is_read_from_its_parent_is_streamed_too() => Assert.Equal(
        [
            """{"data":{"box":{"letters":[]}},"pending":[{"id":"0","path":["box","letters"],"label":"l"}],"hasNext":true}""",
            """{"incremental":[{"id":"0","items":["a","b"]}],"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("""{ box { letters @stream(label: "l") } }"""));

    [Theory]
    [InlineData("{ letters @stream(initialCount: 4) }")]
    [InlineData("{ letters @stream(if: false) }")]
    public async Task A_list_without_later_items_is_whole(string query) =>
        Assert.Equal(["""{"data":{"letters":["a","b","c"]}}"""], await _engine.PartsAsync(query));

    [Fact]
    public async Task A_list_that_may_have_more_items_is_pending_until_it_is_known_that_it_has_none() => Assert.Equal(
        [
            """{"data":{"letters":["a","b","c"]},"pending":[{"id":"0","path":["letters"]}],"hasNext":true}""",
            """{"completed":[{"id":"0"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("query($n: Int = 3) { letters @stream(initialCount: $n) }"));

    [Fact]
    public async Task Objects_are_resolved_with_their_place_in_the_list()
    {
        _engine.OnAsync("Item.slow", context => Task.FromResult<object?>(string.Join('/', context.Path)));

        Assert.Equal(
            """{"incremental":[{"id":"0","items":[{"id":2,"slow":"items/1/slow"},{"id":3,"slow":"items/2/slow"}]}],"completed":[{"id":"0"}],"hasNext":false}""",
            (await _engine.PartsAsync("{ items @stream(initialCount: 1) { id slow } }"))[1]);
    }

    [Fact]
    public async Task A_list_of_lists_streams_the_outer_one() => Assert.Equal(
        """{"incremental":[{"id":"0","items":[[1,2],[3]]}],"completed":[{"id":"0"}],"hasNext":false}""",
        (await _engine.PartsAsync("{ nested @stream }"))[1]);

    [Fact]
    public async Task Items_come_as_their_source_has_them()
    {
        var source = System.Threading.Channels.Channel.CreateUnbounded<string>();
        _engine.On("Query.letters", _ => ReadAsync(source.Reader));
        source.Writer.TryWrite("a");
        await using var response = await _engine.SubscribeAsync("{ letters @stream(initialCount: 1) }");
        var results = response.ReadResultsAsync().GetAsyncEnumerator();

        Assert.Contains("""{"letters":["a"]}""", await results.NextAsync(), StringComparison.Ordinal);
        source.Writer.TryWrite("b");
        Assert.Equal("""{"incremental":[{"id":"0","items":["b"]}],"hasNext":true}""", await results.NextAsync());
        var next = results.NextAsync();
        Assert.False(next.IsCompleted);
        source.Writer.TryWrite("c");
        Assert.Equal("""{"incremental":[{"id":"0","items":["c"]}],"hasNext":true}""", await next);
        source.Writer.Complete();
        Assert.Equal("""{"completed":[{"id":"0"}],"hasNext":false}""", await results.NextAsync());
        await Eventually.IsTrueAsync(() => _closed == 1, "the source is let go of");
    }

    [Fact]
    public async Task A_source_that_fails_ends_its_stream_and_leaves_the_items_before_it()
    {
        _engine.On("Query.letters", _ => FailAsync());

        Assert.Equal(
            [
                """{"data":{"letters":[]},"pending":[{"id":"0","path":["letters"]}],"hasNext":true}""",
                """{"incremental":[{"id":"0","items":["a"]}],"hasNext":true}""",
                """{"completed":[{"id":"0","errors":[{"message":"No more.","locations":[{"line":1,"column":3}],"path":["letters"]}]}],"hasNext":false}""",
            ],
            await _engine.PartsAsync("{ letters @stream }"));
    }

    [Fact]
    public async Task A_null_item_where_none_may_be_ends_the_stream_and_leaves_the_items_before_it()
    {
        _engine.On("Query.strict", _ => new[] { "a", null, "c" });

        Assert.Equal(
            """{"incremental":[{"id":"0","items":["a"]}],"completed":[{"id":"0","errors":[{"message":"Cannot return null for non-nullable field Query.strict.","locations":[{"line":1,"column":3}],"path":["strict",1],"extensions":{"code":"HC0018"}}]}],"hasNext":false}""",
            (await _engine.PartsAsync("{ strict @stream }"))[1]);
    }

    [Fact]
    public async Task An_item_that_may_be_null_takes_its_failure_alone()
    {
        _engine.On("Query.items", _ => new[] { Item(1), new Dictionary<string, object?> { ["id"] = 2 }, Item(3) });

        var parts = await _engine.PartsAsync("{ items @stream { text } }");

        Assert.Contains("\"path\":[\"items\",1,\"text\"]", parts[1], StringComparison.Ordinal);
        Assert.Contains("\"items\":[{\"text\":\"1\"},null,{\"text\":\"3\"}]", parts[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_first_items_that_is_none_fails_the_field()
    {
        var parts = await _engine.PartsAsync("{ letters @stream(initialCount: -1) }");

        Assert.Equal(
            """{"errors":[{"message":"Argument \"@stream(initialCount:)\" is -1; give a number that is not negative.","locations":[{"line":1,"column":3}],"path":["letters"]}],"data":{"letters":null}}""",
            Assert.Single(parts));
    }

    [Fact]
    public async Task Fragments_of_streamed_items_may_be_deferred() => Assert.Equal(
        [
            """{"data":{"items":[]},"pending":[{"id":"0","path":["items"]}],"hasNext":true}""",
            """{"pending":[{"id":"1","path":["items",0]},{"id":"2","path":["items",1]},{"id":"3","path":["items",2]}],"incremental":[{"id":"0","items":[{"id":1},{"id":2},{"id":3}]}],"completed":[{"id":"0"}],"hasNext":true}""",
            """{"incremental":[{"id":"1","data":{"text":"1"}},{"id":"2","data":{"text":"2"}},{"id":"3","data":{"text":"3"}}],"completed":[{"id":"1"},{"id":"2"},{"id":"3"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ items @stream { id ... @defer { text } } }"));

    [Fact]
    public async Task Lists_in_deferred_fragments_are_streamed_once_those_have_come() => Assert.Equal(
        [
            """{"data":{"box":{}},"pending":[{"id":"0","path":["box"]}],"hasNext":true}""",
            """{"pending":[{"id":"1","path":["box","items"]}],"incremental":[{"id":"0","data":{"items":[{"id":1}]}}],"completed":[{"id":"0"}],"hasNext":true}""",
            """{"incremental":[{"id":"1","items":[{"id":2},{"id":3}]}],"completed":[{"id":"1"}],"hasNext":false}""",
        ],
        await _engine.PartsAsync("{ box { ... @defer { items @stream(initialCount: 1) { id } } } }"));

    [Fact]
    public async Task A_long_list_comes_in_pieces()
    {
        _engine.On("Query.items", _ => Items(250));

        var parts = await _engine.PartsAsync("{ items @stream { id } }");

        Assert.Equal([1, 100, 100, 50], parts.Select(part => part.Split("\"id\":").Length - 2 - (part.Contains("completed", StringComparison.Ordinal) ? 1 : 0) + (part.Contains("pending", StringComparison.Ordinal) ? 1 : 0)));
    }

    [Fact]
    public async Task A_client_that_leaves_lets_go_of_the_source()
    {
        var source = System.Threading.Channels.Channel.CreateUnbounded<string>();
        _engine.On("Query.letters", _ => ReadAsync(source.Reader));
        await using (var response = await _engine.SubscribeAsync("{ letters @stream }"))
        {
            var results = response.ReadResultsAsync().GetAsyncEnumerator();
            await results.NextAsync();
            source.Writer.TryWrite("a");
            await results.NextAsync();
        }

        await Eventually.IsTrueAsync(() => _closed == 1, "the source is let go of");
    }

    private static Dictionary<string, object?>[] Items(int count) => [.. Enumerable.Range(1, count).Select(Item)];

    private static Dictionary<string, object?> Item(int id) => new() { ["id"] = id, ["text"] = $"{id}" };

    private static async IAsyncEnumerable<string> FailAsync()
    {
        yield return "a";
        await Task.Yield();
        throw new GraphQL.Errors.GraphQLException("No more.");
    }

    private async IAsyncEnumerable<string> ReadAsync(System.Threading.Channels.ChannelReader<string> source, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var letter in source.ReadAllAsync(cancellationToken)) yield return letter;
        }
        finally
        {
            Interlocked.Increment(ref _closed);
        }
    }
}
