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
    [InlineData("[]", "'query' is missing")]
    [InlineData("[1]", "not a JSON object")]
    [InlineData("""[{"query":"{ a }"}]x""", "not valid JSON")]
    [InlineData("""[{"query":"{ a }"}""", "not valid JSON")]
    [InlineData("""[[{"query":"{ a }"}]]""", "not a JSON object")]
    public async Task A_batch_of_another_shape_is_refused_as_a_whole(string body, string sentence)
    {
        await using var server = await StartAsync();

        var response = await server.PostAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(sentence, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
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
