using System.Globalization;
using System.Text;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Execution.Costs;

/// <summary>What operations cost, by the rules of the IBM GraphQL Cost Specification as Hot Chocolate applies them.</summary>
public sealed class OperationCostTests
{
    private static readonly string Sdl = string.Join('\n', CostDirectives.All.Select(SchemaPrinter.Print)) + """

        type Query {
          name: String
          book: Book
          slow: String @cost(weight: "10")
          books(first: Int, last: Int): [Book!] @listSize(assumedSize: 50, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
          top(first: Int! = 10): [Book!] @listSize(slicingArguments: ["first"])
          strict(first: Int, last: Int): [Book!] @listSize(slicingArguments: ["first", "last"])
          page(first: Int, last: Int): Page @cost(weight: "10") @listSize(assumedSize: 10, slicingArguments: ["first", "last"], sizedFields: ["nodes"], requireOneSlicingArgument: false)
          any: [Book!]
          thing: Thing
          found(where: BookFilterInput, order: [BookSortInput!]): [Book!]
          dear(by: DearInput, at: Int @cost(weight: "3")): String
        }
        type Book { title: String author: Author similar(first: Int): [Book!] @listSize(assumedSize: 5, slicingArguments: ["first"], requireOneSlicingArgument: false) }
        type Author { name: String born: String @cost(weight: "2.5") }
        type Page { nodes: [Book!] count: Int @cost(weight: "10") }
        type Heavy @cost(weight: "7") { load: Int @cost(weight: "20") }
        union Thing = Book | Heavy
        input BookFilterInput { title: String }
        input BookSortInput { title: String }
        input DearInput { a: Int @cost(weight: "5") b: Int @cost(weight: "6") inner: DearInput }
        """;

    private readonly Engine _engine = new(Sdl);

    [Theory]
    [InlineData("a leaf costs nothing", "{ name }", 0, 0)]
    [InlineData("an object costs one of each", "{ book { title } }", 1, 1)]
    [InlineData("a weight is the field's", "{ slow }", 10, 0)]
    [InlineData("objects below objects add up", "{ book { author { born } } }", 4.5, 2)]
    [InlineData("a list multiplies what is below it", "{ books(first: 20) { author { name } } }", 21, 40)]
    [InlineData("an assumed size counts where nothing is given", "{ books { author { name } } }", 51, 100)]
    [InlineData("the default of a slicing argument counts", "{ top { author { name } } }", 11, 20)]
    [InlineData("the larger of two slicing arguments counts", "{ books(first: 2, last: 4) { title } }", 1, 4)]
    [InlineData("a list without a size counts once", "{ any { title } }", 1, 1)]
    [InlineData("lists multiply lists", "{ books(first: 10) { similar(first: 3) { title } } }", 11, 40)]
    [InlineData("a page sizes its nodes, not itself", "{ page(first: 20) { count nodes { author { name } } } }", 10 + 10 + 1 + 20, 1 + 20 + 20)]
    [InlineData("merged fields count once", "{ book { author { name } } book { author { born } } }", 4.5, 2)]
    [InlineData("two names are two fields", "{ a: book { title } b: book { title } }", 2, 2)]
    [InlineData("a fragment counts where it is spread", "{ a: book { ...F } b: book { ...F } } fragment F on Book { author { name } }", 4, 4)]
    [InlineData("the dearest of an abstract type counts", "{ thing { ... on Book { title } ... on Heavy { load } } }", 1 + 20, 1)]
    [InlineData("what is left out costs nothing", "{ book @skip(if: true) { title } name }", 0, 0)]
    [InlineData("an argument has its weight", "{ dear(at: 1) }", 3, 0)]
    [InlineData("an input's fields have theirs", "{ dear(by: { a: 1, inner: { b: 2 } }) }", 11, 0)]
    [InlineData("a filter costs ten", "{ found(where: { title: \"x\" }) { title } }", 11, 1)]
    [InlineData("sorting costs ten", "{ found(order: [{ title: \"x\" }]) { title } }", 11, 1)]
    [InlineData("a filter in a variable costs five times as much", "query Q($w: BookFilterInput) { found(where: $w) { title } }", 51, 1)]
    [InlineData("introspection has limits of its own", "{ __schema { types { name fields { name } } } __typename }", 0, 0)]
    [InlineData("a list that is asked for less than nothing is empty", "{ books(first: -5) { title } }", 1, 0)]
    public async Task Costs(string what, string document, double fieldCost, double typeCost) =>
        Assert.Equal((what, new OperationCost(fieldCost, typeCost)), (what, await CostAsync(document)));

    [Theory]
    [InlineData("""{"n":7}""", 8, 14)]
    [InlineData("{}", 51, 100)]
    [InlineData("""{"n":null}""", 51, 100)]
    [InlineData("""{"n":2147483647}""", 1 + 2147483647d, 2 * 2147483647d)]
    public async Task A_variable_says_how_long_a_list_is(string variables, double fieldCost, double typeCost)
    {
        const string Document = "query Q($n: Int) { books(first: $n) { author { name } } }";
        Assert.Equal(new OperationCost(fieldCost, typeCost), await CostAsync(Document, variables));
    }

    [Fact]
    public async Task A_cost_beyond_all_numbers_is_still_a_number()
    {
        var document = "title";
        for (var i = 0; i < 50; i++) document = $"similar(first: 2147483647) {{ {document} }}";
        _engine.Options.MaxAllowedFieldCycleDepth = null;

        var cost = await CostAsync($"{{ book {{ {document} }} }}");

        Assert.InRange(cost.TypeCost, 1e250, double.MaxValue);
    }

    [Theory]
    [InlineData("{ strict { title } }", "HC0082")]
    [InlineData("{ strict(first: 1, last: 1) { title } }", "HC0082")]
    [InlineData("{ strict(first: null, last: 1) { title } }", null)]
    [InlineData("query Q($n: Int) { strict(first: $n) { title } }", null)]
    public async Task A_list_can_require_exactly_one_slicing_argument(string document, string? code)
    {
        using var result = await _engine.ExecuteAsync(document);
        Assert.Equal(code, result.Errors.SingleOrDefault()?.Code);
    }

    [Fact]
    public async Task What_costs_too_much_does_not_run()
    {
        var calls = 0;
        _engine.On("Query.books", _ => ++calls);

        var answer = await _engine.AskAsync("{ books(first: 1000) { author { name } } }");

        Assert.Equal(
            """{"errors":[{"message":"The operation has a field cost of 1001; at most 1000 is allowed. Ask for shorter pages or fewer fields.","extensions":{"fieldCost":1001,"maxFieldCost":1000,"code":"HC0047"}}]}""",
            answer);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task The_size_of_the_answer_has_a_limit_of_its_own()
    {
        using var result = await _engine.ExecuteAsync("{ books(first: 1001) { title } }");
        Assert.Contains("\"typeCost\":1001,\"maxTypeCost\":1000,\"code\":\"HC0047\"", Engine.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_that_are_not_enforced_are_reported_all_the_same()
    {
        _engine.Options.Cost.EnforceCostLimits = false;
        _engine.On("Query.books", _ => Array.Empty<object>());

        var answer = await AskAsync(CostMode.Report, "{ books(first: 5000) { title } }");

        Assert.Equal("""{"data":{"books":[]},"extensions":{"operationCost":{"fieldCost":1,"typeCost":5000}}}""", answer);
    }

    [Fact]
    public async Task Validating_tells_the_cost_and_runs_nothing()
    {
        var calls = 0;
        _engine.On("Query.name", _ => ++calls);

        var answer = await AskAsync(CostMode.Validate, "{ name book { title } }");

        Assert.Equal("""{"extensions":{"operationCost":{"fieldCost":1,"typeCost":1}}}""", answer);
        Assert.Equal(0, calls);
    }

    [Fact]
    public async Task Without_the_analyzer_nothing_is_computed()
    {
        _engine.Options.Cost.SkipAnalyzer = true;
        Assert.Equal("""{"data":{"strict":null}}""", await AskAsync(CostMode.Report, "{ strict { title } }"));
    }

    [Fact]
    public async Task Fragments_that_describe_endless_cases_are_refused_soon()
    {
        // At each level two types choose a fragment each, so that every way through the levels is a selection of its own.
        const int Levels = 24;
        var document = new StringBuilder("{ n { ...L0 ...A0 ...B0 } }");
        for (var i = 0; i < Levels; i++)
        {
            foreach (var name in new[] { "L", "A", "B" })
            {
                var type = name == "L" ? "Node" : name;
                document.Append(CultureInfo.InvariantCulture, $" fragment {name}{i} on {type} {{ n {{ {name.ToLowerInvariant()}{i}: id ...L{i + 1} {(name == "L" ? "" : $"...K{name}{i}")} ...A{i + 1} ...B{i + 1} }} }}");
                if (name != "L") document.Append(CultureInfo.InvariantCulture, $" fragment K{name}{i} on Node {{ {Chain(i, Levels)} }}");
            }
        }

        foreach (var name in new[] { "L", "A", "B" }) document.Append(CultureInfo.InvariantCulture, $" fragment {name}{Levels} on {(name == "L" ? "Node" : name)} {{ id }}");
        var engine = new Engine("interface Node { id: ID n: Node } type A implements Node { id: ID n: Node } type B implements Node { id: ID n: Node } type Query { n: Node }");
        engine.Options.MaxAllowedFieldCycleDepth = null;

        using var result = await engine.ExecuteAsync(document.ToString());

        Assert.Equal(["HC0047"], result.Errors.Select(error => error.Code));

        static string Chain(int from, int levels) =>
            string.Concat(Enumerable.Repeat("n { ", levels - from - 1)) + "id" + string.Concat(Enumerable.Repeat(" }", levels - from - 1));
    }

    private async Task<OperationCost> CostAsync(string document, string variables = "{}")
    {
        using var result = await _engine.Server.ExecuteAsync(_engine.Request(document, variables) with { CostMode = CostMode.Validate });
        Assert.Equal([], result.Errors.Select(error => error.Message));
        var cost = (IReadOnlyDictionary<string, object?>)result.Extensions!["operationCost"]!;
        return new OperationCost((double)cost["fieldCost"]!, (double)cost["typeCost"]!);
    }

    private async Task<string> AskAsync(CostMode mode, string document)
    {
        using var result = await _engine.Server.ExecuteAsync(_engine.Request(document) with { CostMode = mode });
        return Engine.Text(result);
    }
}
