using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class ParserTests
{
    [Fact]
    public void An_operation_has_all_its_parts()
    {
        var operation = ParseOperation("mutation Rename($id: [ID!]! = [\"a\"] @a, $x: Int) @b(c: $x) { alias: field(id: $id) @c { name } }");

        Assert.Equal(OperationType.Mutation, operation.Operation);
        Assert.Equal("Rename", operation.Name?.Value);
        Assert.Equal("[ID!]!", SyntaxPrinter.Print(operation.VariableDefinitions[0].Type));
        Assert.Equal("[\"a\"]", SyntaxPrinter.Print(operation.VariableDefinitions[0].DefaultValue!));
        Assert.Equal("a", operation.VariableDefinitions[0].Directives.Single().Name.Value);
        Assert.Equal("@b(c: $x)", SyntaxPrinter.Print(operation.Directives.Single()));
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections.Single());
        Assert.Equal("alias", field.ResponseName);
        Assert.Equal("field", field.Name.Value);
        Assert.Single(field.SelectionSet!.Selections);
    }

    [Fact]
    public void Fragments_come_named_inline_and_without_a_condition()
    {
        var operation = ParseOperation("{ ...Name @a ... on Type { b } ... @c { d } ...onward }");
        var selections = operation.SelectionSet.Selections;

        Assert.Equal("Name", Assert.IsType<FragmentSpreadNode>(selections[0]).Name.Value);
        Assert.Equal("Type", Assert.IsType<InlineFragmentNode>(selections[1]).TypeCondition?.Name.Value);
        Assert.Null(Assert.IsType<InlineFragmentNode>(selections[2]).TypeCondition);
        Assert.Equal("onward", Assert.IsType<FragmentSpreadNode>(selections[3]).Name.Value);
    }

    [Fact]
    public void Operations_fragments_and_variables_may_be_described()
    {
        var document = Parser.Parse("\"an operation\" query Q(\"a variable\" $v: Int) { a } \"\"\"a fragment\"\"\" fragment F on T { a }");

        var operation = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal("an operation", operation.Description?.Value);
        Assert.Equal("a variable", operation.VariableDefinitions.Single().Description?.Value);
        Assert.Equal("a fragment", Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]).Description?.Value);
        Assert.Equal(0, operation.Span?.Start);
    }

    [Fact]
    public void Words_of_the_grammar_are_ordinary_names_elsewhere()
    {
        foreach (var word in new[] { "on", "fragment", "query", "mutation", "subscription", "true", "false", "null", "type", "extend" })
        {
            var fragmentName = word == "on" ? "a" : word;
            Parser.Parse($"query {word} {{ ...{fragmentName} ... on {word} {{ {word} }} }} fragment {fragmentName} on Type {{ {word}({word}: ${word}) @{word}({word}: {word}) }}");
        }
    }

    [Theory]
    [InlineData("1", typeof(IntValueNode))]
    [InlineData("1.5", typeof(FloatValueNode))]
    [InlineData("\"a\"", typeof(StringValueNode))]
    [InlineData("true", typeof(BooleanValueNode))]
    [InlineData("null", typeof(NullValueNode))]
    [InlineData("NULL", typeof(EnumValueNode))]
    [InlineData("[]", typeof(ListValueNode))]
    [InlineData("{}", typeof(ObjectValueNode))]
    [InlineData("$a", typeof(VariableNode))]
    [InlineData("[{ a: [1, $b] }]", typeof(ListValueNode))]
    public void Values_have_kinds(string text, Type kind) => Assert.IsType(kind, Parser.ParseValue(new Source(text)));

    [Theory]
    [InlineData("{", 1, 2, "Expected Name, found <EOF>.")]
    [InlineData("", 1, 1, "Unexpected <EOF>.")]
    [InlineData("{ ...MissingOn }\nfragment MissingOn Type", 2, 20, "Expected \"on\", found Name \"Type\".")]
    [InlineData("{ field: {} }", 1, 10, "Expected Name, found \"{\".")]
    [InlineData("notAnOperation Foo { field }", 1, 1, "Unexpected Name \"notAnOperation\".")]
    [InlineData("...", 1, 1, "Unexpected \"...\".")]
    [InlineData("{ \"\"", 1, 3, "Expected Name, found String \"\".")]
    [InlineData("query Foo($x: Complex = { a: { b: [ $var ] } }) { field }", 1, 37, "Unexpected variable \"$var\" in constant value.")]
    [InlineData("query Foo($x: Int = $) { field }", 1, 21, "Unexpected \"$\".")]
    [InlineData("fragment on on on { on }", 1, 10, "Unexpected Name \"on\".")]
    [InlineData("{ ...on }", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("{ a() }", 1, 5, "Expected Name, found \")\".")]
    [InlineData("query Q() { a }", 1, 9, "Expected \"$\", found \")\".")]
    [InlineData("{}", 1, 2, "Expected Name, found \"}\".")]
    [InlineData("{ a {} }", 1, 6, "Expected Name, found \"}\".")]
    [InlineData("{ a } }", 1, 7, "Unexpected \"}\".")]
    [InlineData("query Q($a: [Int) { a }", 1, 17, "Expected \"]\", found \")\".")]
    [InlineData("query Q($a: Int!!) { a }", 1, 17, "Expected \"$\", found \"!\".")]
    [InlineData("{ a(b: ) }", 1, 8, "Unexpected \")\".")]
    [InlineData("query Q($a: Int @b(c: $d)) { a }", 1, 23, "Unexpected variable \"$d\" in constant value.")]
    [InlineData("\"text\" { a }", 1, 1, "Unexpected description, descriptions are not supported on shorthand queries.")]
    [InlineData("\"text\" extend type A { a: Int }", 1, 1, "Unexpected description, only GraphQL definitions support descriptions.")]
    [InlineData("\"text\" 1", 1, 8, "Unexpected Int \"1\".")]
    [InlineData("{ a(b: 0xF) }", 1, 9, "Invalid number, expected digit but got: \"x\".")]
    public void What_is_no_document_is_refused(string text, int line, int column, string message)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(text)).Error;
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
        Assert.Equal("HC0014", error.Code);
    }

    [Fact]
    public void A_value_and_a_type_stand_alone()
    {
        Assert.Equal("[Int!]!", SyntaxPrinter.Print(Parser.ParseType(new Source(" [ Int ! ] ! "))));
        Assert.Throws<SyntaxException>(() => Parser.ParseType(new Source("Int Int")));
        Assert.Throws<SyntaxException>(() => Parser.ParseValue(new Source("1 2")));
        Assert.Throws<SyntaxException>(() => Parser.ParseValue(new Source("")));
    }

    [Fact]
    public void Nodes_know_their_range_in_bytes()
    {
        var operation = ParseOperation("# é\n{ a: b(c: \"é\") }");
        var field = Assert.IsType<FieldNode>(operation.SelectionSet.Selections.Single());

        Assert.Equal(new TextSpan(5, 22), operation.Span);
        Assert.Equal(new TextSpan(7, 20), field.Span);
        Assert.Equal(new TextSpan(12, 19), field.Arguments.Single().Span);
    }

    private static OperationDefinitionNode ParseOperation(string text) =>
        Assert.IsType<OperationDefinitionNode>(Parser.Parse(text).Definitions[0]);
}
