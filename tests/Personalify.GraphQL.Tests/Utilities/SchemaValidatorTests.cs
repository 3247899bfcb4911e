using Personalify.GraphQL.Types.Building;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Tests.Utilities;

/// <summary>Titles and cases follow graphql-js's validation-test.</summary>
public sealed class SchemaValidatorTests
{
    [Theory]
    [InlineData("type Mutation { a: Int }", "Query root type must be provided.")]
    [InlineData("schema { query: A mutation: A } type A { a: Int }", "All root types must be different, \"A\" type is used as query and mutation root types.")]
    [InlineData("schema { query: A mutation: A subscription: A } type A { a: Int }", "All root types must be different, \"A\" type is used as query and mutation and subscription root types.")]
    public void Root_types_are_objects_and_differ(string sdl, string message) => AssertErrors(sdl, message);

    [Theory]
    [InlineData("type __A { a: Int }", "Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type A { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type A { a(__b: Int): Int }", "Name \"__b\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("enum E { __X }", "Name \"__X\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("input I { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("directive @__d on FIELD", "Name \"__d\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    public void Reserved_names_are_refused(string sdl, string message) => AssertErrors(WithQuery(sdl), message);

    [Theory]
    [InlineData("type A", "Type A must define one or more fields.")]
    [InlineData("interface A", "Type A must define one or more fields.")]
    [InlineData("union U", "Union type U must define one or more member types.")]
    [InlineData("enum E", "Enum type E must define one or more values.")]
    [InlineData("input I", "Input Object type I must define one or more fields.")]
    [InlineData("type A { a: Int } union U = A | A", "Union type U can only include once the type A.")]
    public void Types_have_members_and_each_once(string sdl, string message) => AssertErrors(WithQuery(sdl), message);

    [Theory]
    [InlineData("type A { a: I } input I { x: Int }", "The type of A.a must be Output Type but got: I.")]
    [InlineData("type A { a(b: [A!]): Int }", "The type of A.a(b:) must be Input Type but got: [A!].")]
    [InlineData("input I { a: A } type A { a: Int }", "The type of I.a must be Input Type but got: A.")]
    [InlineData("directive @d(a: A) on FIELD type A { a: Int }", "The type of @d(a:) must be Input Type but got: A.")]
    public void Inputs_and_outputs_stay_apart(string sdl, string message) => AssertErrors(WithQuery(sdl), message);

    [Theory]
    [InlineData("type A { a(b: Int! @deprecated): Int }", "Required argument A.a(b:) cannot be deprecated.")]
    [InlineData("input I { a: Int! @deprecated }", "Required input field I.a cannot be deprecated.")]
    [InlineData("directive @d(a: Int! @deprecated) on FIELD", "Required argument @d(a:) cannot be deprecated.")]
    [InlineData("input I { a: Int! = 1 @deprecated b: Int @deprecated }")]
    public void Only_what_may_be_left_out_can_be_deprecated(string sdl, params string[] messages) => AssertErrors(WithQuery(sdl), messages);

    [Theory]
    [InlineData("type A implements N { b: Int }", "Interface field N.a expected but A does not provide it.")]
    [InlineData("type A implements N { a: String }", "Interface field N.a expects type Int but A.a is type String.")]
    [InlineData("type A implements N { a: [Int] }", "Interface field N.a expects type Int but A.a is type [Int].")]
    [InlineData("type A implements N { a: Int! }")]
    [InlineData("type A implements N { a: Int @deprecated }", "Interface field N.a is not deprecated, so implementation field A.a must not be deprecated.")]
    [InlineData("type A implements N { a(b: Int!): Int }", "Argument \"A.a(b:)\" must not be required type \"Int!\" if not provided by the Interface field \"N.a\".")]
    [InlineData("type A implements N { a(b: Int! = 1, c: Int): Int }")]
    [InlineData("type A implements N & N { a: Int }", "Type A can only implement once the interface N.")]
    public void An_object_provides_what_its_interface_promises(string sdl, params string[] messages) =>
        AssertErrors(WithQuery("interface N { a: Int } " + sdl), messages);

    [Theory]
    [InlineData("type A implements N { a(x: Int): Int }")]
    [InlineData("type A implements N { a: Int }", "Interface field argument N.a(x:) expected but A.a does not provide it.")]
    [InlineData("type A implements N { a(x: Int!): Int }", "Interface field argument N.a(x:) expects type Int but A.a(x:) is type Int!.")]
    public void An_implementation_takes_the_same_arguments(string sdl, params string[] messages) =>
        AssertErrors(WithQuery("interface N { a(x: Int): Int } " + sdl), messages);

    [Theory]
    [InlineData("type A implements P { p: B } type B implements C { c: Int } interface P { p: C } interface C { c: Int }")]
    [InlineData("type A implements P { p: B } type B { c: Int } union U = B interface P { p: U }")]
    [InlineData("type A implements P { p: [B!]! } type B implements C { c: Int } interface P { p: [C] } interface C { c: Int }")]
    [InlineData(
        "type A implements P { p: B } type B { c: Int } interface P { p: C } interface C { c: Int } type D implements C { c: Int }",
        "Interface field P.p expects type C but A.p is type B.")]
    public void An_implementation_may_return_a_narrower_type(string sdl, params string[] messages) => AssertErrors(WithQuery(sdl), messages);

    [Theory]
    [InlineData("interface A implements A { a: Int }", "Type A cannot implement itself because it would create a circular reference.")]
    [InlineData(
        "interface A implements B { a: Int } interface B implements A { a: Int }",
        "Type A cannot implement B because it would create a circular reference.",
        "Type B cannot implement A because it would create a circular reference.")]
    [InlineData(
        "interface A { a: Int } interface B implements A { a: Int } type C implements B { a: Int }",
        "Type C must implement A because it is implemented by B.")]
    public void Interfaces_of_interfaces_are_declared_and_end(string sdl, params string[] messages) => AssertErrors(WithQuery(sdl), messages);

    [Theory]
    [InlineData("input I @oneOf { a: Int! }", "OneOf input field I.a must be nullable.")]
    [InlineData("input I @oneOf { a: Int = 1 }", "OneOf input field I.a cannot have a default value.")]
    [InlineData("input I @oneOf { a: Int b: [Int!] }")]
    public void OneOf_fields_are_nullable_and_have_no_default(string sdl, params string[] messages) => AssertErrors(WithQuery(sdl), messages);

    [Theory]
    [InlineData("a: Int = \"x\"", ": Int cannot represent non-integer value: \"x\"")]
    [InlineData("a: Int! = null", ": Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("a: [Int!] = [1, null]", " at [1]: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("a: E = RED", ": Value \"RED\" does not exist in \"E\" enum.")]
    [InlineData("a: E = \"X\"", ": Enum \"E\" cannot represent non-enum value: \"X\". Did you mean the enum value \"X\"?")]
    [InlineData(
        "a: J = { y: 1 }",
        ": Expected value of type \"J\" to include required field \"x\", found: { y: 1 }.",
        ": Expected value of type \"J\" not to include unknown field \"y\". Did you mean \"x\"? Found: { y: 1 }.")]
    [InlineData("a: [J] = [{ x: 1 }, { x: 1.5 }]", " at [1].x: Int cannot represent non-integer value: 1.5")]
    [InlineData("a: J = { x: [{}] }", " at .x: Int cannot represent non-integer value: [{  }]")]
    [InlineData("a: O = { p: 1, q: 2 }", ": Within OneOf Input Object type \"O\", exactly one field must be specified, and the value for that field must be non-null.")]
    [InlineData("a: [[Int]] = 1")]
    [InlineData("a: J = { x: 1 }")]
    [InlineData("a: E = X")]
    [InlineData("a: Float = 1")]
    public void A_default_value_fits_its_type(string field, params string[] problems) => AssertErrors(
        WithQuery($"input I {{ {field} }} enum E {{ X }} input J {{ x: Int! }} input O @oneOf {{ p: Int q: Int }}"),
        [.. problems.Select(problem => $"I.a has invalid default value{problem}")]);

    [Theory]
    [InlineData("input A { a: A }")]
    [InlineData("input A { a: [A!]! }")]
    [InlineData("input A { a: A! }", "Input Object A cannot be provided a finite value because it references itself through fields: A.a.")]
    [InlineData(
        "input A { b: B! } input B { c: C! } input C { a: A! }",
        "Input Object A cannot be provided a finite value because it references itself through fields: A.b, B.c, C.a.")]
    [InlineData("input A { b: B! } input B { c: C } input C { a: A! }")]
    [InlineData("input A @oneOf { a: A }", "Input Object A cannot be provided a finite value because it references itself through fields: A.a.")]
    [InlineData("input A @oneOf { a: A b: Int }")]
    public void An_input_object_can_be_filled_with_a_finite_value(string sdl, params string[] messages) => AssertErrors(WithQuery(sdl), messages);

    [Theory]
    [InlineData("input A { a: A = {} }", "Invalid circular reference. The default value of Input Object field A.a references itself.")]
    [InlineData("input A { a: [A] = [{}] }", "Invalid circular reference. The default value of Input Object field A.a references itself.")]
    [InlineData("input A { a: A = { a: null } }")]
    [InlineData(
        "input A { b: B = {} } input B { a: A = {} }",
        "Invalid circular reference. The default value of Input Object field A.b references itself via the default values of: B.a.")]
    [InlineData("input A { b: B = {} } input B { a: A }")]
    public void A_default_value_does_not_contain_itself(string sdl, params string[] messages) => AssertErrors(WithQuery(sdl), messages);

    [Fact]
    public void A_schema_made_by_code_cannot_use_literals_as_enum_values()
    {
        var query = new ObjectType("Query");
        var type = new EnumType("E");
        type.Values.Add(new EnumValue("true", "true"));
        query.Fields.Add(new OutputField("a", type));
        var errors = SchemaValidator.Validate(new Schema([query, type], SpecifiedDirectives.All, query));
        Assert.Equal("Enum type E cannot include the value true.", Assert.Single(errors).Message);
    }

    private static string WithQuery(string sdl) => "type Query { q: Int } " + sdl;

    private static void AssertErrors(string sdl, params string[] messages) =>
        Assert.Equal(messages, SchemaValidator.Validate(SdlSchemaBuilder.Build(sdl)).Select(error => error.Message));
}
