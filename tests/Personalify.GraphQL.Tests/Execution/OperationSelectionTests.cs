using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class OperationSelectionTests
{
    private readonly Engine _engine = new("type Query { a: Int } type Subscription { s: Int }");

    [Theory]
    [InlineData("query A { x: __typename } query B { y: __typename }", "B", """{"data":{"y":"Query"}}""")]
    [InlineData("query A { x: __typename }", null, """{"data":{"x":"Query"}}""")]
    [InlineData("query A { x: __typename }", "A", """{"data":{"x":"Query"}}""")]
    public async Task The_named_or_only_operation_runs(string document, string? name, string response) =>
        Assert.Equal(response, await _engine.AskAsync(document, operationName: name));

    [Theory]
    [InlineData("query A { a }", "B", "Unknown operation named \"B\".")]
    [InlineData("query A { a }", "", "Unknown operation named \"\".")]
    [InlineData("{ a }", "", "Unknown operation named \"\".")]
    [InlineData("query A { a } query B { a }", null, "Must provide operation name if query contains multiple operations.")]
    public async Task Otherwise_the_request_is_refused(string document, string? name, string message)
    {
        using var result = await _engine.ExecuteAsync(document, operationName: name);
        Assert.Equal(RequestErrorKind.Validation, result.Kind);
        Assert.Equal(message, Assert.Single(result.Errors).Message);
        Assert.Equal("HC0015", result.Errors[0].Code);
    }

    [Fact]
    public async Task A_subscription_has_no_single_answer()
    {
        using var result = await _engine.ExecuteAsync("subscription { s }");
        Assert.Equal(RequestErrorKind.OperationNotAllowed, result.Kind);
        Assert.Equal("A subscription has no single answer. Send it over a WebSocket (graphql-transport-ws), or accept text/event-stream.", Assert.Single(result.Errors).Message);
    }
}
