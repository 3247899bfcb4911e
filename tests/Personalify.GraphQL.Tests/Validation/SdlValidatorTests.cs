using Personalify.GraphQL.Language;
using Personalify.GraphQL.Validation;

namespace Personalify.GraphQL.Tests.Validation;

public sealed class SdlValidatorTests
{
    [Fact]
    public void A_schema_of_every_kind_of_type_has_no_errors() => Assert.Empty(SdlValidator.Validate(Parser.Parse(ValidationSchema.Sdl, ParserOptions.Trusted)));

    [Fact]
    public void Types_and_directives_of_the_specification_need_no_definition() =>
        AssertErrors("type Query { a(b: ID @deprecated): [Float!] @deprecated(reason: \"old\") t: __Type } scalar S @specifiedBy(url: \"https://a.example\") input I @oneOf { a: Int }");

    [Fact]
    public void Unknown_types_and_directives_are_reported_with_suggestions() => AssertErrors(
        "type Query implements Nod { a(b: Strin): Intt @deprecate } union U = Quer interface Node { id: ID }",
        "Unknown type \"Nod\". Did you mean \"Node\" or \"ID\"?",
        "Unknown type \"Strin\". Did you mean \"String\"?",
        "Unknown type \"Intt\". Did you mean \"Int\"?",
        "Unknown directive \"@deprecate\".",
        "Unknown type \"Quer\". Did you mean \"Query\"?");

    [Fact]
    public void Directives_stand_where_they_may_and_once() => AssertErrors(
        "type Query @deprecated @skip(if: true) { a: Int @deprecated @deprecated } enum E @oneOf { A @deprecated(reasn: \"x\") } scalar S @specifiedBy",
        "Directive \"@deprecated\" may not be used on OBJECT.",
        "Directive \"@skip\" may not be used on OBJECT.",
        "The directive \"@deprecated\" can only be used once at this location.",
        "Directive \"@oneOf\" may not be used on ENUM.",
        "Unknown argument \"reasn\" on directive \"@deprecated\". Did you mean \"reason\"?",
        "Argument \"@specifiedBy(url:)\" of type \"String!\" is required, but it was not provided.");

    [Fact]
    public void A_type_and_its_extensions_are_one_place_for_directives() => AssertErrors(
        "directive @once on OBJECT directive @often repeatable on OBJECT type A @once @often { a: Int } extend type A @once @often",
        "The directive \"@once\" can only be used once at this location.");

    [Fact]
    public void Every_place_of_a_schema_has_its_name() => AssertErrors(
        "directive @no on QUERY schema @no { query: Q } scalar S @no type Q @no { a(b: Int @no): Int @no } interface I @no { a: Int } union U @no = Q enum E @no { A @no } input N @no { a: Int @no } directive @d(a: Int @no) on QUERY",
        [.. "SCHEMA SCALAR OBJECT ARGUMENT_DEFINITION FIELD_DEFINITION INTERFACE UNION ENUM ENUM_VALUE INPUT_OBJECT INPUT_FIELD_DEFINITION ARGUMENT_DEFINITION"
            .Split(' ').Select(location => $"Directive \"@no\" may not be used on {location}.")]);

    [Fact]
    public void Default_values_give_no_field_twice() => AssertErrors(
        "input I { a: Int = 1 b: I = { a: 1, a: 2 } } type Query { a(i: I = { a: 1, a: 1 }): Int @deprecated(reason: \"x\", reason: \"y\") }",
        "There can be only one input field named \"a\".",
        "There can be only one input field named \"a\".",
        "There can be only one argument named \"reason\".");

    private static void AssertErrors(string sdl, params string[] messages) =>
        Assert.Equal(messages, SdlValidator.Validate(Parser.Parse(sdl)).Select(error => error.Message));
}
