using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Tests.Language;

public sealed class TypeSystemParserTests
{
    [Theory]
    [InlineData("schema @a { query: Q mutation: M subscription: S }", typeof(SchemaDefinitionNode))]
    [InlineData("scalar Url @specifiedBy(url: \"https://a.example\")", typeof(ScalarTypeDefinitionNode))]
    [InlineData("type T", typeof(ObjectTypeDefinitionNode))]
    [InlineData("type T implements & A & B @a { f(a: Int = 1 @b): [T!]! @c }", typeof(ObjectTypeDefinitionNode))]
    [InlineData("interface I implements A { f: Int }", typeof(InterfaceTypeDefinitionNode))]
    [InlineData("union U = | A | B", typeof(UnionTypeDefinitionNode))]
    [InlineData("union U", typeof(UnionTypeDefinitionNode))]
    [InlineData("enum E { A B @deprecated }", typeof(EnumTypeDefinitionNode))]
    [InlineData("input I @oneOf { a: Int, b: String }", typeof(InputObjectTypeDefinitionNode))]
    [InlineData("directive @d(a: Int) repeatable on | FIELD | QUERY", typeof(DirectiveDefinitionNode))]
    public void Definitions_are_parsed(string text, Type kind)
    {
        var definition = Assert.IsAssignableFrom<TypeSystemDefinitionNode>(Parser.Parse($"\"text\" {text}").Definitions.Single());
        Assert.IsType(kind, definition);
        Assert.False(definition.IsExtension);
        Assert.Equal("text", definition.Description?.Value);
    }

    [Theory]
    [InlineData("extend schema @a")]
    [InlineData("extend schema { mutation: M }")]
    [InlineData("extend scalar S @a")]
    [InlineData("extend type T implements A")]
    [InlineData("extend type T @a")]
    [InlineData("extend type T { f: Int }")]
    [InlineData("extend interface I implements A")]
    [InlineData("extend interface I { f: Int }")]
    [InlineData("extend union U = A")]
    [InlineData("extend enum E { A }")]
    [InlineData("extend input I { a: Int }")]
    public void Extensions_are_parsed(string text) =>
        Assert.True(Assert.IsAssignableFrom<TypeSystemDefinitionNode>(Parser.Parse(text).Definitions.Single()).IsExtension);

    [Fact]
    public void Members_keep_descriptions_defaults_and_directives()
    {
        var type = Assert.IsType<ObjectTypeDefinitionNode>(Parser.Parse("type T { \"a field\" f(\"an argument\" a: Int = 1 @x): Int @y }").Definitions.Single());
        var field = type.Fields.Single();

        Assert.Equal("a field", field.Description?.Value);
        Assert.Equal("an argument", field.Arguments.Single().Description?.Value);
        Assert.Equal("1", SyntaxPrinter.Print(field.Arguments.Single().DefaultValue!));
        Assert.Equal("x", field.Arguments.Single().Directives.Single().Name.Value);
        Assert.Equal("y", field.Directives.Single().Name.Value);
    }

    [Theory]
    [InlineData("extend type T", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend scalar S", 1, 16, "Unexpected <EOF>.")]
    [InlineData("extend schema", 1, 14, "Unexpected <EOF>.")]
    [InlineData("extend query Q { a }", 1, 8, "Unexpected Name \"query\".")]
    [InlineData("extend directive @a on FIELD", 1, 8, "Unexpected Name \"directive\".")]
    [InlineData("schema @a", 1, 10, "Expected \"{\", found <EOF>.")]
    [InlineData("schema { }", 1, 10, "Expected Name, found \"}\".")]
    [InlineData("schema { other: Q }", 1, 10, "Unexpected Name \"other\".")]
    [InlineData("type T {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("type T { f(): Int }", 1, 12, "Expected Name, found \")\".")]
    [InlineData("type T implements { f: Int }", 1, 19, "Expected Name, found \"{\".")]
    [InlineData("type T implements A, B { f: Int }", 1, 22, "Unexpected Name \"B\".")]
    [InlineData("union U = |", 1, 12, "Expected Name, found <EOF>.")]
    [InlineData("union U = || A", 1, 12, "Expected Name, found \"|\".")]
    [InlineData("enum E { true }", 1, 10, "Name \"true\" is reserved and cannot be used for an enum value.")]
    [InlineData("enum E { \"a\" null }", 1, 14, "Name \"null\" is reserved and cannot be used for an enum value.")]
    [InlineData("enum E {}", 1, 9, "Expected Name, found \"}\".")]
    [InlineData("input I { f(a: Int): Int }", 1, 12, "Expected \":\", found \"(\".")]
    [InlineData("directive @d on INCORRECT", 1, 17, "Unexpected Name \"INCORRECT\".")]
    [InlineData("directive @d on FIELD | field", 1, 25, "Unexpected Name \"field\".")]
    [InlineData("directive @d repeatable", 1, 24, "Expected \"on\", found <EOF>.")]
    [InlineData("type T @a(b: $c) { f: Int }", 1, 14, "Unexpected variable \"$c\" in constant value.")]
    public void What_is_no_definition_is_refused(string text, int line, int column, string message)
    {
        var error = Assert.Throws<SyntaxException>(() => Parser.Parse(text)).Error;
        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal([new SourceLocation(line, column)], error.Locations);
    }
}
