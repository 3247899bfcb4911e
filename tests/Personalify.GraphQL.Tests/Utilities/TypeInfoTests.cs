using Personalify.GraphQL.Language;
using Personalify.GraphQL.Tests.Validation;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Utilities;

public sealed class TypeInfoTests
{
    [Theory]
    [InlineData("{ human { pets { name } } }", "human: Query Human; pets: Human [Pet]; name: Pet String; ")]
    [InlineData("{ pet { ... on Dog { mother { name } } ... { name } } }", "pet: Query Pet; mother: Dog Dog; name: Dog String; name: Pet String; ")]
    [InlineData("{ dog { unknown { deeper } } }", "dog: Query Dog; unknown: Dog -; deeper: - -; ")]
    [InlineData("{ __schema { types { name } } catOrDog { __typename } }", "__schema: Query __Schema!; types: __Schema [__Type!]!; name: __Type String; catOrDog: Query CatOrDog; __typename: CatOrDog String!; ")]
    [InlineData("fragment F on Nothing { name } mutation { rename(id: 1, to: \"x\") { name } }", "name: - -; rename: Mutation Dog; name: Dog String; ")]
    public void A_field_has_a_parent_and_a_type(string document, string expected) => Assert.Equal(
        expected,
        Trace<FieldNode>(document, (types, field) => $"{field.Name.Value}: {Show(types.ParentType)} {Show(types.Type)}"));

    [Theory]
    [InlineData("{ arguments { int(arg: 1) } }", "1: Int; ")]
    [InlineData("{ arguments { requiredInt(arg: 1) } }", "1: Int!; ")]
    [InlineData("{ arguments { complex(arg: { int: 1, nested: { int: 2, no: 3 } }) } }", "1: Int; 2: Int; 3: -; ")]
    [InlineData("{ arguments { json(arg: [{ a: 1 }]) text(no: 2) } }", "1: -; 2: -; ")]
    [InlineData("query($a: Int = 1) { dog @onField(level: 2) { name @no(level: 3) } }", "1: Int; 2: Int!; 3: -; ")]
    public void A_value_has_an_expected_type(string document, string expected) =>
        Assert.Equal(expected, Trace<IntValueNode>(document, (types, value) => $"{value.Value}: {Show(types.InputType)}"));

    [Fact]
    public void Inside_a_list_the_expected_type_is_that_of_its_items() => Assert.Equal(
        "String of [String]; ",
        Trace<StringValueNode>("{ arguments { strings(arg: [\"x\"]) } }", (types, _) => $"{Show(types.InputType)} of {Show(types.ParentInputType)}"));

    [Fact]
    public void The_default_value_of_an_argument_or_input_field_is_known() => Assert.Equal(
        "0; -; false; ",
        Trace<VariableNode>(
            "query { arguments { withDefault(arg: $a) int(arg: $b) complex(arg: { withDefault: $c }) } }",
            (types, _) => types.DefaultValue is { } value ? SyntaxPrinter.Print(value) : "-"));

    private static string Show(object? type) => type?.ToString() ?? "-";

    private static string Trace<T>(string document, Func<TypeInfo, T, string> describe)
        where T : SyntaxNode
    {
        var visitor = new Tracer<T>(describe);
        visitor.Visit(Parser.Parse(document));
        return visitor.Trace;
    }

    private sealed class Tracer<T>(Func<TypeInfo, T, string> describe) : SyntaxVisitor
        where T : SyntaxNode
    {
        private readonly TypeInfo _types = new(ValidationSchema.Schema);

        public string Trace { get; private set; } = "";

        protected override VisitAction Enter(SyntaxNode node)
        {
            _types.Enter(node);
            if (node is T wanted) Trace += describe(_types, wanted) + "; ";
            return VisitAction.Continue;
        }

        protected override VisitAction Leave(SyntaxNode node)
        {
            _types.Leave(node);
            return VisitAction.Continue;
        }
    }
}
