using System.Net;

namespace Personalify.GraphQL.Tests.Transport;

public sealed class SchemaFileTests
{
    [Theory]
    [InlineData("/graphql?sdl", "text/html")]
    [InlineData("/graphql?sdl", "*/*")]
    [InlineData("/graphql/schema.graphql", "*/*")]
    [InlineData("/graphql/schema", "*/*")]
    public async Task The_schema_can_be_downloaded(string address, string accept)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.GetAsync(address, accept);

        Assert.Equal("application/graphql; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("type Query {\n  hello: String\n}\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Switched_off_it_is_not_there()
    {
        await using var server = await TransportServer.StartAsync(options => options.EnableSchemaRequests = false);

        Assert.Equal(HttpStatusCode.BadRequest, (await server.GetAsync("/graphql?sdl", "*/*")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await server.GetAsync("/graphql/schema.graphql", "*/*")).StatusCode);
    }
}
