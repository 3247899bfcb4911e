using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Types.Building;

public sealed class PagingConventionTests
{
    private static readonly Schema Schema = Build();

    [Theory]
    [InlineData("list(first: 2) { nodes totalCount pageInfo { hasNextPage hasPreviousPage } }", """{"list":{"nodes":["a","b"],"totalCount":5,"pageInfo":{"hasNextPage":true,"hasPreviousPage":false}}}""")]
    [InlineData("list(last: 2) { nodes pageInfo { hasNextPage hasPreviousPage } }", """{"list":{"nodes":["d","e"],"pageInfo":{"hasNextPage":false,"hasPreviousPage":true}}}""")]
    [InlineData("list(first: 2, after: \"WzFd\") { nodes edges { cursor } }", """{"list":{"nodes":["c","d"],"edges":[{"cursor":"WzJd"},{"cursor":"WzNd"}]}}""")]
    [InlineData("list(last: 1, before: \"WzFd\") { nodes }", """{"list":{"nodes":["a"]}}""")]
    [InlineData("list(first: 2, after: \"Wzld\") { nodes }", """{"list":{"nodes":[]}}""")]
    [InlineData("ordered(first: 2) { nodes pageInfo { endCursor } }", """{"ordered":{"nodes":["e","d"],"pageInfo":{"endCursor":"WyJkIl0"}}}""")]
    [InlineData("ordered(first: 2, after: \"WyJkIl0\") { nodes }", """{"ordered":{"nodes":["c","b"]}}""")]
    [InlineData("page(first: 1) { nodes pageInfo { hasNextPage } }", """{"page":{"nodes":["a"],"pageInfo":{"hasNextPage":true}}}""")]
    [InlineData("own(first: 2) { nodes vowels info totalCount }", "{\"own\":{\"nodes\":[\"a\",\"b\"],\"vowels\":2,\"info\":\"2  \",\"totalCount\":5}}")]
    [InlineData("own(last: 1, before: \"x\") { nodes info }", "{\"own\":{\"nodes\":[\"a\"],\"info\":\" 1 x\"}}")]
    [InlineData("property { nodes }", """{"property":{"nodes":["p"]}}""")]
    [InlineData("nothing { nodes }", """{"nothing":null}""")]
    public Task A_list_becomes_pages(string field, string data) => Schema.AnswersAsync($"{{ {field} }}", data);

    [Theory]
    [InlineData("list(first: 51)", "HC0051", "first must be 1..50, was 51.")]
    [InlineData("list(last: 51)", "HC0051", "last must be 1..50, was 51.")]
    [InlineData("list(first: 0)", "HC0079", "first must be 1..50, was 0.")]
    [InlineData("list(first: 1, last: 1)", "HC0051", "first and last exclude each other: give one of them.")]
    [InlineData("own(first: 6)", "HC0051", "first must be 1..5, was 6.")]
    [InlineData("bounded", "HC0052", "Say how many items are wanted: give first or last, 1..20.")]
    [InlineData("forward", "HC0090", "Say how many items are wanted: give first, 1..50.")]
    [InlineData("list(after: \"x\")", "HC0078", "after is not a cursor of this list. Take one from pageInfo or an edge.")]
    public async Task What_a_list_does_not_give_is_refused_with_a_code(string field, string code, string message)
    {
        var error = await Schema.FailsAsync($"{{ {field} {{ nodes }} }}");
        Assert.Equal((code, message), (error.Code, error.Message));
    }

    [Fact]
    public void A_list_that_is_read_forward_only_takes_two_arguments() =>
        Assert.Equal(["first", "after"], Schema.QueryType!.Fields["forward"].Arguments.Select(argument => argument.Name));

    [Fact]
    public async Task The_options_hold_where_an_attribute_says_nothing()
    {
        var schema = Build(options =>
        {
            options.DefaultPageSize = 1;
            options.MaxPageSize = 4;
            options.IncludeTotalCount = true;
            options.InferConnectionNameFromField = false;
        });
        await schema.AnswersAsync("{ ordered { __typename nodes totalCount } }", """{"ordered":{"__typename":"StringConnection","nodes":["e"],"totalCount":5}}""");
        Assert.Equal("first must be 1..4, was 5.", (await schema.FailsAsync("{ ordered(first: 5) { nodes } }")).Message);
        Assert.Equal("Say how many items are wanted: give first or last, 1..20.", (await schema.FailsAsync("{ bounded { nodes } }")).Message);
    }

    [Fact]
    public void A_connection_of_ones_own_keeps_its_type_and_has_the_size_of_a_page()
    {
        var field = Schema.QueryType!.Fields["own"];
        Assert.Equal("LetterConnection!", field.Type.ToString());
        Assert.Equal(["first", "after", "last", "before"], field.Arguments.Select(argument => argument.Name));
        Assert.Contains(
            "@listSize(assumedSize: 3, slicingArguments: [\"first\", \"last\"], sizedFields: [\"nodes\"], requireOneSlicingArgument: false)",
            SchemaPrinter.Print(Schema), StringComparison.Ordinal);
    }

    [Fact]
    public void The_nodes_field_can_be_left_out()
    {
        var connection = (ObjectType)Build(options => options.IncludeNodesField = false).QueryType!.Fields["page"].Type.Named;
        Assert.Equal(["pageInfo", "edges"], connection.Fields.Select(field => field.Name));
    }

    [Fact]
    public async Task Nothing_is_read_before_the_arguments_are_right()
    {
        Query.Reads = 0;
        await Schema.FailsAsync("{ counted(first: 99) { nodes } }");
        Assert.Equal(0, Query.Reads);
        await Schema.AnswersAsync("{ counted { nodes } }", """{"counted":{"nodes":[1]}}""");
        Assert.Equal(1, Query.Reads);
    }

    private static Schema Build(Action<PagingOptions>? modify = null) =>
        new SchemaBuilder().ModifyPagingOptions(modify ?? (_ => { })).AddQueryType<Query>().Build();

    internal sealed record LetterConnection(string[] Nodes, int Vowels, string Info, int? TotalCount);

    internal sealed class Query
    {
        public static int Reads;

        private static readonly string[] Letters = ["a", "b", "c", "d", "e"];

        [UsePaging]
        public static string[] Property => ["p"];

        [UseConnection(DefaultPageSize = 3, MaxPageSize = 5)]
        public static LetterConnection GetOwn(PagingArguments paging) =>
            new([.. Letters.Take(paging.First ?? paging.Last ?? 0)], Letters.Count(letter => letter is "a" or "e"), $"{paging.First} {paging.Last} {paging.Before}", paging.IncludeTotalCount ? Letters.Length : null);

        [UsePaging(IncludeTotalCount = true)]
        public static IEnumerable<string> GetList() => Letters.Where(letter => letter.Length > 0);

        [UsePaging]
        public static IQueryable<string> GetOrdered() => Letters.AsQueryable().OrderByDescending(letter => letter);

        [UsePaging]
        public static Task<Page<string>> GetPageAsync(PagingArguments paging) => Letters.AsQueryable().OrderBy(letter => letter).ToPageAsync(paging);

        [UsePaging(RequirePagingBoundaries = true, MaxPageSize = 20)]
        public static IReadOnlyList<string> Bounded() => Letters;

        [UsePaging(RequirePagingBoundaries = true, AllowBackwardPagination = false)]
        public static IReadOnlyList<string> Forward() => Letters;

        [UsePaging]
        public static IReadOnlyList<string>? Nothing() => null;

        [UsePaging]
        public static IReadOnlyList<int> Counted() => [++Reads];
    }
}
