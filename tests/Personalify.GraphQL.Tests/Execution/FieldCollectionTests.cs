using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class FieldCollectionTests
{
    private readonly Engine _engine = new Engine("type Query { a: Int b: Int c: Int o: Query }")
        .OnPure("Query.a", _ => 1).OnPure("Query.b", _ => 2).OnPure("Query.c", _ => 3).OnPure("Query.o", parent => parent);

    [Theory]
    [InlineData("{ c a b }", """{"c":3,"a":1,"b":2}""")]
    [InlineData("{ b ...F a } fragment F on Query { c a }", """{"b":2,"c":3,"a":1}""")]
    [InlineData("{ ... { b } ... on Query { a } b }", """{"b":2,"a":1}""")]
    [InlineData("{ x: a a y: a }", """{"x":1,"a":1,"y":1}""")]
    public async Task Fields_come_in_the_order_of_their_first_appearance(string query, string data) =>
        Assert.Equal(data, await _engine.DataAsync(query));

    [Fact]
    public async Task A_named_fragment_is_expanded_once_per_selection_set() =>
        Assert.Equal("""{"a":1,"o":{"a":1}}""", await _engine.DataAsync("{ ...F o { ...F } ...F } fragment F on Query { a }"));

    [Theory]
    [InlineData(false, false, """{"b":2}""")]
    [InlineData(false, true, """{"a":1,"b":2}""")]
    [InlineData(true, false, """{"b":2}""")]
    [InlineData(true, true, """{"b":2}""")]
    public async Task Skip_wins_over_include(bool skip, bool include, string data)
    {
        var query = "query($s: Boolean!, $i: Boolean!) { a @skip(if: $s) @include(if: $i) b }";
        Assert.Equal(data, await _engine.DataAsync(query, $$"""{"s":{{(skip ? "true" : "false")}},"i":{{(include ? "true" : "false")}}}"""));
    }

    [Fact]
    public async Task Constant_conditions_are_decided_by_their_value() =>
        Assert.Equal("""{"b":2}""", await _engine.DataAsync("{ a @include(if: false) b @skip(if: false) ... @skip(if: true) { c } }"));

    [Theory]
    [InlineData("true", """{"a":1,"b":2}""")]
    [InlineData("false", """{"b":2,"a":1}""")]
    public async Task A_field_that_is_left_out_at_its_first_appearance_takes_its_second_ones_place(string value, string data) =>
        Assert.Equal(data, await _engine.DataAsync("query($v: Boolean!) { a @include(if: $v) b a }", $$"""{"v":{{value}}}"""));

    [Theory]
    [InlineData("true", """{"o":{"a":1,"b":2}}""")]
    [InlineData("false", """{"o":{"b":2}}""")]
    public async Task What_is_below_a_skipped_node_is_not_merged(string value, string data) =>
        Assert.Equal(data, await _engine.DataAsync("query($v: Boolean!) { o @include(if: $v) { a } o { b } }", $$"""{"v":{{value}}}"""));

    [Fact]
    public async Task Conditions_on_fragments_hold_for_what_is_inside() =>
        Assert.Equal("""{"b":2}""", await _engine.DataAsync("query($v: Boolean = true) { ...F @skip(if: $v) b } fragment F on Query { a }"));

    [Fact]
    public async Task A_skipped_spread_does_not_use_up_its_fragment() =>
        Assert.Equal("""{"a":1}""", await _engine.DataAsync("{ ...F @skip(if: true) ...F } fragment F on Query { a }"));

    [Fact]
    public async Task Fields_merge_the_selections_of_all_their_nodes() =>
        Assert.Equal(
            """{"o":{"a":1,"o":{"b":2,"c":3},"c":3}}""",
            await _engine.DataAsync("{ o { a o { b } } ...F o { c } } fragment F on Query { o { o { c } } }"));

    [Fact]
    public void A_field_that_the_type_does_not_have_makes_no_entry()
    {
        var schema = SdlSchemaBuilder.Build("type Query { a: Int }");
        var document = Parser.Parse("{ nope a }");
        var operation = new PreparedOperation(schema, document, (OperationDefinitionNode)document.Definitions[0], schema.QueryType!);
        Assert.Equal(["a"], operation.PlanFor(VariableValues.None).Root.Fields.Select(field => field.ResponseName));
    }

    [Fact]
    public async Task A_chain_of_fragments_longer_than_a_stack_is_followed()
    {
        const int count = 20_000;
        var chain = Enumerable.Range(0, count).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }}");
        var parsed = Parser.Parse($"{{ ...F0 }} {string.Join(' ', chain)} fragment F{count} on Query {{ a }}", ParserOptions.Trusted);
        var schema = SdlSchemaBuilder.Build("type Query { a: Int }");
        var operation = new PreparedOperation(schema, parsed, (OperationDefinitionNode)parsed.Definitions[0], schema.QueryType!);
        await Task.Run(() => Assert.Single(operation.PlanFor(VariableValues.None).Root.Fields));
    }

    [Fact]
    public void Combinations_of_conditions_beyond_the_limit_are_planned_but_not_kept()
    {
        var names = string.Join(", ", Enumerable.Range(0, 7).Select(i => $"$v{i}: Boolean!"));
        var fields = string.Join(" ", Enumerable.Range(0, 7).Select(i => $"f{i}: a @include(if: $v{i})"));
        var document = Parser.Parse($"query({names}) {{ {fields} }}");
        var schema = SdlSchemaBuilder.Build("type Query { a: Int }");
        var operation = new PreparedOperation(schema, document, (OperationDefinitionNode)document.Definitions[0], schema.QueryType!);
        var plans = Enumerable.Range(0, 128).Select(bits => operation.PlanFor(Flags(bits))).ToList();
        Assert.All(plans.Select((plan, bits) => (plan, bits)), pair => Assert.Equal(int.PopCount(pair.bits), pair.plan.Root.Fields.Length));
        Assert.Equal(64, Enumerable.Range(0, 128).Count(bits => operation.PlanFor(Flags(bits)) == plans[bits]));
    }

    private static VariableValues Flags(int bits)
    {
        var values = new VariableValues(new VariableNames([.. Enumerable.Range(0, 7).Select(i => $"v{i}")]));
        for (var i = 0; i < 7; i++) values.Set(i, (bits >> i & 1) == 1, new NullValueNode());
        return values;
    }
}
