using System.Net;
using System.Text.Json;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class GetTests
{
    [Fact]
    public async Task A_query_comes_in_the_address_and_may_not_be_a_mutation()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.GetAsync("/graphql?query=%7Ba%7D&operationName=null&variables=%7B%22a%22%3A1%7D&extensions=");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("{a}", server.Executor.Document);
        Assert.Equal("null", server.Executor.Request!.OperationName);
        Assert.Equal("""{"a":1}""", server.Executor.Request.Variables.GetRawText());
        Assert.Equal(JsonValueKind.Undefined, server.Executor.Request.Extensions.ValueKind);
        Assert.False(server.Executor.Request.AllowMutation);
    }

    [Theory]
    [InlineData("/graphql", "'query' is missing")]
    [InlineData("/graphql?query=", "'query' is missing")]
    [InlineData("/graphql?query=a&query=b", "'query' is given 2 times")]
    [InlineData("/graphql?query=a&variables=%5B1%5D", "'variables' must be an object or null, but is an array")]
    [InlineData("/graphql?query=a&variables=nonsense", "'variables' is not valid JSON")]
    [InlineData("/graphql?query=a&variables=%7B%7D1", "'variables' is not valid JSON")]
    public async Task A_wrong_parameter_is_named(string address, string sentence)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mutation_is_sent_to_post()
    {
        await using var server = await TransportServer.StartAsync();
        server.Executor.FailWith(RequestErrorKind.OperationNotAllowed);

        var response = await server.GetAsync("/graphql?query=mutation%7Ba%7D");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    public async Task Other_methods_are_told_which_ones_there_are(string method)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.SendAsync(new HttpRequestMessage(new HttpMethod(method), "/graphql"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task Get_can_be_switched_off()
    {
        await using var server = await TransportServer.StartAsync(options => options.EnableGetRequests = false);

        var response = await server.GetAsync("/graphql?query=%7Ba%7D");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData(false, HttpStatusCode.BadRequest)]
    [InlineData(true, HttpStatusCode.OK)]
    public async Task Get_can_be_kept_from_foreign_pages(bool hasHeader, HttpStatusCode status)
    {
        await using var server = await TransportServer.StartAsync(options => options.EnforceGetRequestsPreflightHeader = true);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query=%7Ba%7D");
        if (hasHeader) request.Headers.Add("GraphQL-Preflight", "1");

        var response = await server.SendAsync(request);

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(!hasHeader, (await response.Content.ReadAsStringAsync()).Contains("HC0077", StringComparison.Ordinal));
    }
}
