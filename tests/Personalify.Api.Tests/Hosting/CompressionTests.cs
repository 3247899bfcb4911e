using System.IO.Compression;
using System.Net.Http.Json;
using System.Text.Json;
using Personalify.Testing;

namespace Personalify.Api.Tests.Hosting;

public sealed class CompressionTests
{
    [StoreTheory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task An_answer_comes_compressed_to_who_asks(string type)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();
        client.Http.DefaultRequestHeaders.Add("Accept", type);
        Assert.Empty((await AskAsync(client)).Content.Headers.ContentEncoding);
        client.Http.DefaultRequestHeaders.Add("Accept-Encoding", "br");

        var response = await AskAsync(client);

        Assert.Equal("br", Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
        await using var unpacked = new BrotliStream(await response.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        var answer = await JsonSerializer.DeserializeAsync<JsonElement>(unpacked);
        Assert.Equal("Query", answer.GetProperty("data").GetProperty("__typename").GetString());
    }

    [StoreFact]
    public async Task The_schema_and_the_browser_IDE_come_compressed_too()
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var client = application.Connect();
        client.Http.DefaultRequestHeaders.Add("Accept-Encoding", "gzip");

        Assert.Equal("gzip", Assert.Single((await client.Http.GetAsync(new Uri("/graphql/schema.graphql", UriKind.Relative))).Content.Headers.ContentEncoding));
        Assert.Equal("gzip", Assert.Single((await client.Http.GetAsync(new Uri("/graphql/asset-manifest.json", UriKind.Relative))).Content.Headers.ContentEncoding));
    }

    private static Task<HttpResponseMessage> AskAsync(ApiClient client) => client.Http.PostAsJsonAsync("/graphql", new { query = "{ __typename }" });
}
