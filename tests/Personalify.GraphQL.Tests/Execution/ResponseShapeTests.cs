using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Execution;

public sealed class ResponseShapeTests
{
    private readonly Engine _engine = new("type Query { a: Int }");

    [Theory]
    [InlineData("", RequestErrorKind.Syntax)]
    [InlineData("{", RequestErrorKind.Syntax)]
    [InlineData("{ nope }", RequestErrorKind.Validation)]
    [InlineData("query($v: Int!) { a @include(if: true) ...F } fragment F on Query { a }", RequestErrorKind.Validation)]
    [InlineData("{ a } mutation { m }", RequestErrorKind.Validation)]
    public async Task A_request_that_was_not_executed_has_no_data(string query, RequestErrorKind kind)
    {
        using var result = await _engine.ExecuteAsync(query);
        Assert.Equal(kind, result.Kind);
        Assert.NotEmpty(result.Errors);
        Assert.False(result.HasData);
        Assert.DoesNotContain("\"data\":", Engine.Text(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_executed_has_data_and_only_then_errors() =>
        Assert.Equal("""{"data":{"a":null}}""", await _engine.AskAsync("{ a }"));

    [Fact]
    public async Task A_disposed_result_has_given_its_memory_back()
    {
        var result = await _engine.ExecuteAsync("{ a }");
        Assert.True(result.HasData);
        result.Dispose();
        Assert.True(result.Data.IsEmpty);
    }
}
