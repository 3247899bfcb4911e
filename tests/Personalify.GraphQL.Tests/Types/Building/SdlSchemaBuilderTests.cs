using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Utilities;

public sealed class SdlSchemaBuilderTests
{
    [Fact]
    public void Extensions_add_to_what_they_extend()
    {
        var schema = SdlSchemaBuilder.Build(
            """
            schema { query: Query }
            extend schema { mutation: Change }
            type Query { a: Int }
            extend type Query implements Node { id: ID! }
            extend type Change { b(in: Input): Found }
            type Change { c: Color }
            interface Node { id: ID! }
            union Found = Query
            extend union Found = Change
            enum Color { RED }
            extend enum Color { BLUE }
            input Input { x: Int }
            extend input Input { y: Int }
            scalar Day
            extend scalar Day @specifiedBy(url: "https://example.org/day")
            """);
        Assert.Equal(["a", "id"], schema.QueryType!.Fields.Select(field => field.Name));
        Assert.Equal("Node", Assert.Single(schema.QueryType.Interfaces).Name);
        Assert.Equal(["b", "c"], schema.MutationType!.Fields.Select(field => field.Name));
        Assert.Equal(["Query", "Change"], ((UnionType)schema.Types["Found"]).Types.Select(type => type.Name));
        Assert.Equal(["RED", "BLUE"], ((EnumType)schema.Types["Color"]).Values.Select(value => value.Name));
        Assert.Equal(["x", "y"], ((InputObjectType)schema.Types["Input"]).Fields.Select(field => field.Name));
        Assert.Equal("https://example.org/day", ((ScalarType)schema.Types["Day"]).SpecifiedByUrl);
    }

    [Fact]
    public void Only_the_built_in_scalars_that_are_used_are_part_of_the_schema()
    {
        var schema = SdlSchemaBuilder.Build("type Query { a(b: ID): Int }");
        Assert.Equal(["Boolean", "ID", "Int", "String"], schema.Types.Values.OfType<ScalarType>().Select(type => type.Name).Order());
        Assert.All(SpecifiedDirectives.All, directive => Assert.Same(directive, schema.Directives[directive.Name]));
    }

    [Theory]
    [InlineData("type Query { a: Int @deprecated(reason: 1) }", "Argument @deprecated(reason:) takes text, found: 1.")]
    [InlineData("type Query { a: Int @deprecated(reason: null) }", "Argument @deprecated(reason:) takes text, found: null.")]
    [InlineData("type Query { a: S } scalar S @specifiedBy(url: URL)", "Argument @specifiedBy(url:) takes text, found: URL.")]
    public void Reasons_and_addresses_are_text(string sdl, string message) =>
        Assert.Equal(message, Assert.Single(Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Build(sdl)).Errors).Message);

    [Fact]
    public void Possible_types_are_the_members_and_the_implementers()
    {
        var schema = SdlSchemaBuilder.Build(
            """
            type Query { node: Node found: Found }
            interface Node { id: ID }
            type A implements Node { id: ID }
            type B implements Node { id: ID }
            union Found = B
            """);
        Assert.Equal(["A", "B"], schema.GetPossibleTypes(schema.Types["Node"]).Select(type => type.Name));
        Assert.Equal(["B"], schema.GetPossibleTypes(schema.Types["Found"]).Select(type => type.Name));
    }

    [Fact]
    public void A_resolver_is_attached_by_its_coordinate()
    {
        FieldResolver resolver = _ => new ValueTask<object?>(1);
        var schema = SdlSchemaBuilder.Build("type Query { a: Int b: Int }", new Dictionary<string, FieldResolver> { ["Query.b"] = resolver });
        Assert.Null(schema.QueryType!.Fields["a"].Resolver);
        Assert.Same(resolver, schema.QueryType.Fields["b"].Resolver);
    }

    [Fact]
    public void A_resolver_for_no_field_is_refused()
    {
        var resolvers = new Dictionary<string, FieldResolver> { ["Query.c"] = _ => new ValueTask<object?>(1) };
        var error = Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Build("type Query { a: Int }", resolvers));
        Assert.Equal("There is a resolver for Query.c, but no such field.", error.Message);
    }

    [Theory]
    [InlineData("type Query { a: A }", "Unknown type \"A\".")]
    [InlineData("type Query { a(b: [B!]!): Int }", "Unknown type \"B\".")]
    [InlineData("type Query { a: Int } type Query { b: Int }", "There can be only one type named \"Query\".")]
    [InlineData("type Query { a: Int } extend type Query { a: Int }", "Field \"Query.a\" can only be defined once.")]
    [InlineData("type Query { a(b: Int, b: Int): Int }", "Argument \"Query.a(b:)\" can only be defined once.")]
    [InlineData("type Query { a: E } enum E { X X }", "Enum value \"E.X\" can only be defined once.")]
    [InlineData("type Query { a: Int } input I { x: Int x: Int }", "Field \"I.x\" can only be defined once.")]
    [InlineData("type Query { a: Int } directive @d on FIELD directive @d on FIELD", "There can be only one directive named \"@d\".")]
    [InlineData("type Query { a: Int } extend type A { b: Int }", "Cannot extend type \"A\" because it is not defined.")]
    [InlineData("type Query { a: Int } extend input Query { b: Int }", "Cannot extend non-input object type \"Query\".")]
    [InlineData("schema { query: Query } schema { query: Query } type Query { a: Int }", "Must provide only one schema definition.", "There can be only one query type in schema.")]
    [InlineData("schema { query: Query query: Query } type Query { a: Int }", "There can be only one query type in schema.")]
    [InlineData("schema { query: I } input I { a: Int }", "The query root type must be an object type, it cannot be I.")]
    [InlineData("type Query { a: U } union U = E enum E { X }", "Union type U can only include object types, it cannot include E.")]
    [InlineData("type Query implements A { a: Int } type A { a: Int }", "Type Query must only implement interfaces, it cannot implement A.")]
    [InlineData("type Query { a: Int } query { a }", "An operation or fragment is no part of a schema.")]
    public void A_contradiction_is_refused(string sdl, params string[] messages)
    {
        var error = Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Build(sdl));
        Assert.Equal(messages, error.Errors.Select(each => each.Message));
    }

    [Fact]
    public void A_contradiction_is_found_in_its_places()
    {
        var error = Assert.Throws<SchemaException>(() => SdlSchemaBuilder.Build("type Query { a: Int }\n\ntype Query { b: Int }"));
        Assert.Equal([new SourceLocation(1, 6), new SourceLocation(3, 6)], Assert.Single(error.Errors).Locations);
    }
}
