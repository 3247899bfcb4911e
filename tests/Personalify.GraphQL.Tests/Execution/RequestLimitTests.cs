using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class RequestLimitTests
{
    private readonly Engine _engine = new Engine("type Query { a: Int o: Query }").OnPure("Query.a", _ => 1).OnPure("Query.o", parent => parent);

    [Fact]
    public async Task A_document_beyond_the_limit_is_refused_unread()
    {
        _engine.Options.MaxDocumentBytes = 10;
        var (_, errors) = await _engine.OutcomeAsync("{ a # " + new string('x', 100));
        Assert.Equal([": The document has 106 bytes; at most 10 are allowed. Split it into several requests."], errors);
    }

    [Fact]
    public async Task A_document_too_long_for_the_cache_is_answered_all_the_same()
    {
        _engine.Options.MaxCachedDocumentBytes = 3;
        Assert.Equal("""{"a":1}""", await _engine.DataAsync("{ a }"));
        Assert.Equal("""{"a":1}""", await _engine.DataAsync("{ a }"));
    }

    [Fact]
    public async Task Fields_may_nest_as_deep_as_the_options_say()
    {
        _engine.Options.MaxExecutionDepth = 2;
        Assert.Equal("""{"o":{"a":1}}""", await _engine.DataAsync("{ o { a } }"));
        Assert.Equal(RequestErrorKind.Validation, (await _engine.ExecuteAsync("{ o { o { a } } }")).Kind);
    }

    [Theory]
    [InlineData("{ __schema { queryType { name } } }")]
    [InlineData("{ a ...F } fragment F on Query { o { __type(name: \"Query\") { name } } }")]
    public async Task Introspection_can_be_switched_off(string query)
    {
        _engine.Options.EnableIntrospection = false;
        using var result = await _engine.ExecuteAsync(query);
        Assert.Equal(RequestErrorKind.Validation, result.Kind);
        Assert.Equal("HC0046", Assert.Single(result.Errors).Code);
        Assert.Equal("""{"__typename":"Query"}""", await _engine.DataAsync("{ __typename }"));
    }

    [Fact]
    public async Task Introspection_is_answered_like_any_other_query() =>
        Assert.Equal(
            """{"__schema":{"queryType":{"name":"Query","fields":[{"name":"a","type":{"kind":"SCALAR","name":"Int"}},{"name":"o","type":{"kind":"OBJECT","name":"Query"}}]}},"t":null}""",
            await _engine.DataAsync("query($n: String!) { __schema { queryType { name fields { name type { kind name } } } } t: __type(name: $n) { name } }", """{"n":"Nope"}"""));
}
