using System.Text;
using System.Text.Json;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class JsonRequestTests
{
    [Fact]
    public void Reads_all_four_parameters_and_ignores_others()
    {
        var request = Parse("""{"id":[1,{"query":2}],"query":"{a}","operationName":"A","variables":{"x":[1]},"extensions":{"y":null}}""");

        Assert.Equal("{a}", Text(request));
        Assert.Equal("A", request.OperationName);
        Assert.Equal("""{"x":[1]}""", Encoding.UTF8.GetString(request.Variables.Span));
        Assert.Equal("""{"y":null}""", request.Extensions.GetRawText());
    }

    [Theory]
    [InlineData("""{"query":"{a(s:\"\u00e9\ud83c\udfc3\")}\n"}""", "{a(s:\"é🏃\")}\n")]
    [InlineData("""{"qu\u0065ry":"{a(s:é🏃)}"}""", "{a(s:é🏃)}")]
    [InlineData("""{"query":""}""", "")]
    public void Takes_escapes_out_of_the_document(string body, string document) => Assert.Equal(document, Text(Parse(body)));

    [Fact]
    public void Null_parameters_are_absent()
    {
        var request = Parse("""{"query":"{a}","operationName":null,"variables":null,"extensions":null}""");

        Assert.Null(request.OperationName);
        Assert.True(request.Variables.IsEmpty);
        Assert.Equal(JsonValueKind.Undefined, request.Extensions.ValueKind);
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("{\"query\":\"{a}\"", "not valid JSON: line 1, byte 15")]
    [InlineData("""{"query":"{a}"} {}""", "not valid JSON")]
    [InlineData("""[{"query":"{a}"}]""", "batches are not allowed here")]
    [InlineData("""{"query":null}""", "'query' is missing")]
    [InlineData("""{"query":["{a}"]}""", "'query' must be a string or null, but is an array")]
    [InlineData("""{"query":"{a}","operationName":1}""", "'operationName' must be a string or null, but is a number")]
    [InlineData("""{"query":"{a}","variables":"{}"}""", "'variables' must be an object or null, but is a string")]
    [InlineData("""{"query":"{a}","extensions":false}""", "'extensions' must be an object or null, but is a Boolean")]
    [InlineData("""{"query":"\ud83c"}""", "lone surrogate")]
    [InlineData("""{"query":"{a}","variables":{"a":[{"b\udfc3":1}]}}""", "lone surrogate")]
    public void Says_what_is_wrong_with_a_body(string body, string sentence) =>
        Assert.Contains(sentence, Assert.Throws<RejectedRequestException>(() => Parse(body)).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_bytes_that_are_not_utf8() =>
        Assert.Contains("UTF-8", Assert.Throws<RejectedRequestException>(() => JsonRequest.Parse(new byte[] { 0x7b, 0xff }, new GraphQLServerOptions())).Message, StringComparison.Ordinal);

    [Fact]
    public void Refuses_variables_that_are_nested_too_deep()
    {
        var nested = new string('[', 100) + new string(']', 100);

        Assert.Throws<RejectedRequestException>(() => Parse($$$"""{"query":"{a}","variables":{"a":{{{nested}}}}}"""));
    }

    private static RequestParameters Parse(string body) => JsonRequest.Parse(Encoding.UTF8.GetBytes(body), new GraphQLServerOptions()).Single;

    private static string Text(RequestParameters request) => Encoding.UTF8.GetString(request.Document.Span);
}
