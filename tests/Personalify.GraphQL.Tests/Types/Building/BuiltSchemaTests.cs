using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Types.Building;

/// <summary>What annotated C# answers when it is asked.</summary>
public abstract class BuiltSchemaTests(Bindings bindings)
{
    private readonly Schema _schema = LibrarySchema.Build(bindings);

    public sealed class ByGeneratedCode() : BuiltSchemaTests(Bindings.Generated);

    public sealed class ByCompiledCode() : BuiltSchemaTests(Bindings.Compiled);

    [Theory]
    [InlineData("{ version }", """{"version":"1"}""")]
    [InlineData("{ book(id: 1) { id title shelf label genre } }", """{"book":{"id":"1","title":"EMMA","shelf":"E","label":"Shelf E","genre":"NOVEL"}}""")]
    [InlineData("{ book(id: \"2\") { id } }", """{"book":null}""")]
    [InlineData("{ reader { displayName } }", """{"reader":{"displayName":"Ada"}}""")]
    public Task Members_are_read(string query, string data) => _schema.AnswersAsync(query, data);

    [Theory]
    [InlineData("{ shelf { shelf ... on Book { id } } }", """{"shelf":[{"shelf":"N","id":"10"}]}""")]
    [InlineData("{ shelf(order: BY_TITLE, first: 3) { shelf ... on Book { id } } }", """{"shelf":[{"shelf":"B","id":"3"}]}""")]
    [InlineData("{ shelf(filter: { text: \"Q\" }) { shelf } }", """{"shelf":[{"shelf":"Q"}]}""")]
    public Task An_argument_that_is_left_out_takes_its_default(string query, string data) => _schema.AnswersAsync(query, data);

    [Theory]
    [InlineData("{ find(by: { id: 7 }) { __typename ... on Book { id } } }", """{"find":{"__typename":"Book","id":"7"}}""")]
    [InlineData("{ find(by: { title: \"T\" }) { ... on Book { id title } } }", """{"find":{"id":"0","title":"T"}}""")]
    public Task A_union_answers_with_the_type_of_the_value(string query, string data) => _schema.AnswersAsync(query, data);

    [Fact]
    public Task An_interface_answers_with_the_class_of_the_value() => _schema.AnswersAsync(
        "mutation { lend(input: { bookId: 1, remind: false }) { book { id } errors { __typename message ... on BookLentError { until } } } }",
        """{"lend":{"book":null,"errors":[{"__typename":"BookLentError","message":"It is lent.","until":"2026-01-31"}]}}""");

    [Fact]
    public Task A_connection_is_paged() => _schema.AnswersAsync(
        "{ book(id: 1) { readers(first: 2, nameStartsWith: \"x\") { totalCount pageInfo { hasNextPage endCursor } nodes { displayName } edges { cursor node { displayName } } } } }",
        """{"book":{"readers":{"totalCount":7,"pageInfo":{"hasNextPage":false,"endCursor":"c"},"nodes":[{"displayName":"1x2"}],"edges":[{"cursor":"c","node":{"displayName":"1x2"}}]}}}""");

    [Fact]
    public Task A_page_has_its_default_size_when_none_is_asked_for() =>
        _schema.AnswersAsync("{ book(id: 1) { readers { nodes { displayName } } } }", """{"book":{"readers":{"nodes":[{"displayName":"110"}]}}}""");

    [Theory]
    [InlineData("first: 900", "first must be 1..20, was 900.", "HC0051")]
    [InlineData("last: 0", "last must be 1..20, was 0.", "HC0079")]
    [InlineData("first: -1", "first must be 1..20, was -1.", "HC0079")]
    [InlineData("first: 1, last: 1", "first and last exclude each other: give one of them.", "HC0051")]
    public async Task A_page_beyond_its_limits_is_refused(string arguments, string message, string code)
    {
        var error = await _schema.FailsAsync($"{{ book(id: 1) {{ readers({arguments}) {{ nodes {{ displayName }} }} }} }}");
        Assert.Equal((message, code), (error.Message, error.Code));
    }

    [Fact]
    public async Task An_id_of_the_wrong_form_is_refused()
    {
        var error = await _schema.FailsAsync("{ book(id: \"abc\") { id } }");
        Assert.Equal("Argument \"Query.book(id:)\" has invalid value: 'abc' is not an id.", error.Message);
    }
}
