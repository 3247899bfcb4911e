using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>Members that are read while the response is written, each in its own type: they fail, and are null, like any other field.</summary>
public sealed class DirectWritingTests
{
    private static readonly GraphQLServer Server = new(new SchemaBuilder().AddQueryType<Query>().Build());

    [Theory]
    [InlineData("{ node { int negative yes text id } }", """{"node":{"int":2147483647,"negative":-2147483648,"yes":true,"text":"plain","id":"7"}}""")]
    [InlineData("{ node { maybe missing odd } }", """{"node":{"maybe":5,"missing":null,"odd":"\"\\\n\u0001é😀"}}""")]
    [InlineData("{ lists { array list lazy old nested } }", """{"lists":{"array":[1,2],"list":["a",null],"lazy":[true,false],"old":["x"],"nested":[[1],[]]}}""")]
    public async Task A_member_is_written_as_its_type(string query, string data) => Assert.Equal((data, []), await RunAsync(query));

    [Fact]
    public async Task A_string_of_any_length_is_written_whole()
    {
        foreach (var length in new[] { 0, 1, 1023, 1024, 1025, 5000 })
        {
            var (data, _) = await RunAsync($"{{ long(length: {length}) {{ text }} }}");
            Assert.Equal($$$"""{"long":{"text":"{{{new string('é', length)}}}"}}""", data);
        }
    }

    [Fact]
    public async Task A_nullable_member_that_throws_is_null_and_the_rest_stays()
    {
        var (data, errors) = await RunAsync("{ node { int failing yes } }");
        Assert.Equal("""{"node":{"int":2147483647,"failing":null,"yes":true}}""", data);
        Assert.Equal(["node.failing: no"], errors);
    }

    [Theory]
    [InlineData("failingInt", "no")]
    [InlineData("failingBool", "no")]
    [InlineData("failingText", "no")]
    [InlineData("nothing", "Cannot return null for non-nullable field Node.nothing.")]
    public async Task A_member_that_may_not_fail_takes_its_object_away_and_nothing_else(string member, string message)
    {
        var (data, errors) = await RunAsync($"{{ before: node {{ int }} node {{ int {member} yes }} after: node {{ int }} }}");
        Assert.Equal("""{"before":{"int":2147483647},"node":null,"after":{"int":2147483647}}""", data);
        Assert.Equal([$"node.{member}: {message}"], errors);
    }

    [Fact]
    public async Task An_item_that_fails_is_cut_out_of_its_list()
    {
        var (data, errors) = await RunAsync("{ nodes { id value } }");
        Assert.Equal("""{"nodes":[{"id":"0","value":0},null,{"id":"2","value":2},null]}""", data);
        Assert.Equal(["nodes.1.value: odd", "nodes.3.value: odd"], errors);
    }

    [Fact]
    public async Task A_failure_deep_inside_cuts_back_to_the_nearest_place_that_may_be_null()
    {
        var (data, errors) = await RunAsync("{ a: deep(levels: 3) { int child { int child { int child { int } } } } b: node { int } }");
        Assert.Equal("""{"a":null,"b":{"int":2147483647}}""", data);
        Assert.Equal(["a.child.child.child: the end"], errors);
    }

    /// <summary>Buffers are used again: neither what was cut off nor what failed may show in a later response.</summary>
    [Fact]
    public async Task Requests_that_fail_leave_nothing_to_the_ones_beside_and_after_them()
    {
        string[] queries =
        [
            "{ node { int negative yes text id } }", "{ nodes { id value } }", "{ node { int failingText } }", "{ long(length: 3000) { text } }",
            "{ a: deep(levels: 3) { int child { int child { int child { int } } } } b: node { int } }", "{ __typename }", "{ nope }",
        ];
        var expected = await Task.WhenAll(queries.Select(RunAsync));
        await Parallel.ForAsync(0, 2000, async (i, _) =>
        {
            var (data, errors) = await RunAsync(queries[i % queries.Length]);
            Assert.Equal(expected[i % queries.Length].Data, data);
            Assert.Equal(expected[i % queries.Length].Errors, errors);
        });
    }

    [Fact]
    public async Task A_response_is_the_same_with_and_without_errors_beside_the_data()
    {
        using var good = await Server.ExecuteAsync(Request("{ node { yes } }"));
        using var bad = await Server.ExecuteAsync(Request("{ node { yes failing } }"));
        Assert.Equal("""{"data":{"node":{"yes":true}}}""", Engine.Text(good));
        Assert.EndsWith(""","data":{"node":{"yes":true,"failing":null}}}""", Engine.Text(bad), StringComparison.Ordinal);
    }

    private static async Task<(string? Data, string[] Errors)> RunAsync(string query)
    {
        using var result = await Server.ExecuteAsync(Request(query));
        return (Encoding.UTF8.GetString(result.Data.Span), [.. result.Errors.Select(error => $"{string.Join('.', error.Path ?? [])}: {error.Message}")]);
    }

    private static GraphQLRequest Request(string query) => new() { Document = Encoding.UTF8.GetBytes(query) };

    internal sealed class Query
    {
        public static Node? Node => new(1);

        public static Lists Lists => new();

        public static IEnumerable<Item?> Nodes => Enumerable.Range(0, 4).Select(number => new Item(number));

        public static Node? Deep(int levels) => new(levels);

        public static Text? Long(int length) => new(new string('é', length));
    }

    internal sealed record Text([property: GraphQLName("text")] string Value);

    internal sealed class Item(int number)
    {
        [ID]
        public int Id => number;

        public int Value => number % 2 == 0 ? number : throw new GraphQLException("odd");
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Members of instances are read differently from static ones.")]
    internal sealed class Lists
    {
        public int[] Array => [1, 2];

        public List<string?> List => ["a", null];

        public IEnumerable<bool> Lazy => [true, false];

        public IReadOnlyCollection<string> Old => new ReadOnlyStrings();

        public int[][] Nested => [[1], []];
    }

    private sealed class ReadOnlyStrings : IReadOnlyCollection<string>
    {
        public int Count => 1;

        public IEnumerator<string> GetEnumerator() => Enumerable.Repeat("x", 1).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    [SuppressMessage("Performance", "CA1822", Justification = "Members of instances are read differently from static ones.")]
    internal sealed class Node(int levels)
    {
        public int Int => int.MaxValue;

        public int Negative => int.MinValue;

        public bool Yes => levels >= 0;

        public string Text => "plain";

        [ID]
        public int Id => 7;

        public int? Maybe => 5;

        public string? Missing => null;

        public string Odd => "\"\\\n\u0001é😀";

        public int? Failing => throw new GraphQLException("no");

        public int FailingInt => throw new GraphQLException("no");

        public bool FailingBool => throw new GraphQLException("no");

        public string FailingText => throw new GraphQLException("no");

        public string Nothing => null!;

        public Node Child => levels > 1 ? new Node(levels - 1) : throw new GraphQLException("the end");
    }
}
