using System.Net;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Transport;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class BatchTests
{
    [Fact]
    public async Task A_batch_is_refused_unless_it_is_allowed()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""[{"query":"{ a }"}]""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("batches are not allowed here", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(server.Executor.Request);
    }

    [Fact]
    public async Task A_batch_is_answered_with_a_list_in_its_order_whatever_fails()
    {
        await using var server = await StartAsync();

        var response = await server.PostAsync("""[ {"query":"{ a }"}, {"query":"{ nope }"} , {"query":"query($n: Int!) { n(n: $n) }","variables":{"n":7}} ]""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.StartsWith("""[{"data":{"a":1}},{"errors":[""", body, StringComparison.Ordinal);
        Assert.EndsWith(""",{"data":{"n":1}}]""", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "The batch has no request. A batch is a JSON array of objects")]
    [InlineData("[1]", "Entry 1 of the 1 in the batch is a number. A batch is a JSON array of objects, each a request with 'query'")]
    [InlineData("""[{"query":"{ a }"},null]""", "Entry 2 of the 2 in the batch is null.")]
    [InlineData("""[{"query":"{ a }"},{"query":"{ a }"},{}]""", "Entry 3 of the 3 in the batch: The parameter 'query' is missing.")]
    [InlineData(
        """[{"query":"{ a }"},{"query":"{ a }","variables":1}]""",
        "Entry 2 of the 2 in the batch: The parameter 'variables' must be an object or null")]
    [InlineData("7", "The body is not a JSON object. Send an object with 'query', or a batch. A batch is a JSON array")]
    [InlineData("""[{"query":"{ a }"}]x""", "not valid JSON")]
    [InlineData("""[{"query":"{ a }"}""", "not valid JSON")]
    [InlineData("""[[{"query":"{ a }"}]]""", "Entry 1 of the 1 in the batch is an array.")]
    public async Task A_batch_of_another_shape_is_refused_as_a_whole(string body, string sentence)
    {
        await using var server = await StartAsync();

        var response = await server.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_packed_body_is_refused_with_the_way_out(string encoding)
    {
        await using var server = await StartAsync();
        var content = new ByteArrayContent([0x1f, 0x8b, 8, 0]) { Headers = { ContentType = new("application/json") } };
        content.Headers.ContentEncoding.Add(encoding);

        var response = await server.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content });

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        Assert.Contains($"The body is encoded with '{encoding}', which this server does not unpack.",
            await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(["identity"], response.Headers.GetValues("Accept-Encoding"));
    }

    [Fact]
    public async Task A_single_request_is_answered_as_ever()
    {
        await using var server = await StartAsync();
        Assert.Equal("""{"data":{"a":1}}""", await (await server.PostAsync("""{"query":"{ a }"}""")).Content.ReadAsStringAsync());
    }

    private static Task<TransportServer> StartAsync() => TransportServer.StartAsync(
        options => options.Batching = AllowedBatching.RequestBatching,
        executor: new GraphQLServer(SdlSchemaBuilder.Build("type Query { a: Int n(n: Int!): Int }", _ => _ => new(1))));
}
