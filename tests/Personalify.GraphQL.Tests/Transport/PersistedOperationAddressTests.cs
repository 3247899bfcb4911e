using System.Net;
using System.Text;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>Known documents at addresses of their own.</summary>
public sealed class PersistedOperationAddressTests
{
    [Theory]
    [InlineData("/graphql/persisted/top-lists", "top-lists", null)]
    [InlineData("/graphql/persisted/sha256:ab/Top", "sha256:ab", "Top")]
    [InlineData("/graphql/persisted/sha256%3Aab/Top?variables=%7B%22a%22%3A1%7D&extensions=%7B%22b%22%3A2%7D", "sha256:ab", "Top")]
    [InlineData("/named/top-lists/Top", "top-lists", "Top")]
    public async Task A_get_names_the_document_and_its_operation_by_its_address(string address, string id, string? operation)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((id, operation, ""), (server.Executor.Request!.DocumentId, server.Executor.Request.OperationName, server.Executor.Document));
        Assert.False(server.Executor.Request.AllowMutation);
        if (address.Contains('?', StringComparison.Ordinal)) Assert.Equal("""{"a":1}{"b":2}""", server.Executor.Request.Variables.GetRawText() + server.Executor.Request.Extensions.GetRawText());
    }

    [Fact]
    public async Task A_post_brings_variables_and_extensions()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await PostAsync(server, """{"variables":{"a":1},"extensions":{"b":2}}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(("top", "Top"), (server.Executor.Request!.DocumentId, server.Executor.Request.OperationName));
        Assert.Equal("""{"a":1}{"b":2}""", server.Executor.Request.Variables.GetRawText() + server.Executor.Request.Extensions.GetRawText());
        Assert.True(server.Executor.Request.AllowMutation);
    }

    [Theory]
    [InlineData("""{"query":"{ a }"}""")]
    [InlineData("""{"documentId":"other"}""")]
    [InlineData("""{"operationName":"Other"}""")]
    [InlineData("""{"extensions":{"persistedQuery":{"version":1,"sha256Hash":"00"}}}""")]
    public async Task What_the_address_says_is_not_said_twice(string body)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await PostAsync(server, body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The address names the document and its operation.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(server.Executor.Request);
    }

    [Fact]
    public async Task Where_an_operations_name_is_required_the_shorter_address_is_none()
    {
        await using var server = await TransportServer.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/named/top-lists")).StatusCode);
    }

    [Theory]
    [InlineData("pick/A", """{"data":{"a":1}}""")]
    [InlineData("pick/B", """{"data":{"b":2}}""")]
    [InlineData("pick", "HC0015")]
    [InlineData("pick/C", "Unknown operation")]
    [InlineData("unknown/A", "HC0020")]
    [InlineData("..%2Fsecret/A", "HC0009")]
    public async Task The_operation_of_a_known_document_runs(string address, string answer)
    {
        var documents = new InMemoryOperationDocumentStorage();
        Assert.True(OperationDocumentId.TryParse("pick", out var id));
        await documents.SaveAsync(id, Encoding.UTF8.GetBytes("query A { a } query B { b }"), default);
        var schema = SdlSchemaBuilder.Build("type Query { a: Int b: Int }", coordinate => coordinate == "Query.a" ? _ => new(1) : _ => new(2));
        await using var server = await TransportServer.StartAsync(executor: new GraphQLServer(schema, documents: documents));

        Assert.Contains(answer, await (await server.GetAsync($"/graphql/persisted/{address}")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PostAsync(TransportServer server, string body) => server.SendAsync(
        new HttpRequestMessage(HttpMethod.Post, "/graphql/persisted/top/Top") { Content = new StringContent(body, Encoding.UTF8, "application/json") });
}
