using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.Transport.Sockets;
using Personalify.GraphQL.Types.Building;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport;

/// <summary>Responses in parts over HTTP. GraphQL over HTTP: rfcs/IncrementalDelivery.md.</summary>
public sealed class IncrementalTests : IAsyncLifetime
{
    private const string Deferred = """{"query":"{ id ... @defer { name } }"}""";
    private const string Initial = """{"data":{"id":1},"pending":[{"id":"0","path":[]}],"hasNext":true}""";
    private const string Later = """{"incremental":[{"id":"0","data":{"name":"later"}}],"completed":[{"id":"0"}],"hasNext":false}""";
    private const string Whole = """{"data":{"id":1,"name":"later"}}""";
    private const string Part = "\r\n---\r\nContent-Type: application/json; charset=utf-8\r\n\r\n";
    private const string End = "\r\n-----\r\n";

    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isAbandoned;
    private TransportServer _server = null!;

    public async Task InitializeAsync()
    {
        var schema = SdlSchemaBuilder.Build("""
            directive @defer(if: Boolean! = true, label: String) on FRAGMENT_SPREAD | INLINE_FRAGMENT
            directive @stream(if: Boolean! = true, label: String, initialCount: Int! = 0) on FIELD
            type Query { id: Int  name: String  gate: String  forever: String  letters: [String] }
            type Subscription { count: Int }
            """);
        var query = schema.QueryType!.Fields;
        query["id"].Resolver = _ => new(1);
        query["name"].Resolver = _ => new("later");
        query["letters"].Resolver = _ => new(new[] { "a", "b" });
        query["gate"].Resolver = async _ =>
        {
            await _gate.Task;
            return "open";
        };
        query["forever"].Resolver = async context =>
        {
            using var abandoned = context.RequestAborted.Register(() => _isAbandoned = true);
            await Task.Delay(Timeout.Infinite, context.RequestAborted);
            return "never";
        };
        _server = await TransportServer.StartAsync(executor: new GraphQLServer(schema));
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_response_in_parts_is_a_multipart_body()
    {
        using var response = await _server.PostAsync(Deferred, "multipart/mixed, application/json");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("multipart/mixed; boundary=\"-\"", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(Part + Initial + Part + Later + End, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("multipart/mixed, application/json", "multipart/mixed")]
    [InlineData("application/json, multipart/mixed", "multipart/mixed")]
    [InlineData("multipart/mixed;incrementalSpec=v0.2,application/graphql-response+json,application/json;q=0.9", "multipart/mixed")]
    [InlineData("multipart/mixed; boundary=\"-\"; q=0.5, application/json", "multipart/mixed")]
    [InlineData("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed", "multipart/mixed")]
    [InlineData("application/json, text/event-stream, multipart/mixed;q=0.9", "text/event-stream")]
    [InlineData("text/event-stream", "text/event-stream")]
    [InlineData("multipart/mixed;deferSpec=20220824,application/json", "application/json")]
    [InlineData("multipart/mixed;incrementalSpec=v0.1,application/json", "application/json")]
    [InlineData("multipart/*, application/json", "application/json")]
    [InlineData("multipart/mixed;q=0, application/json", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData(null, "application/json")]
    public async Task The_client_says_in_which_form_it_takes_parts(string? accept, string contentType)
    {
        using var response = await _server.PostAsync(Deferred, accept);

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        var body = await response.Content.ReadAsStringAsync();
        if (contentType == "application/json") Assert.Equal(Whole, body);
        else Assert.Contains(Later, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_response_in_parts_may_be_events()
    {
        using var response = await _server.PostAsync(Deferred, "text/event-stream");

        Assert.Equal(
            $":\n\nevent: next\ndata: {Initial}\n\nevent: next\ndata: {Later}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task On_a_socket_each_result_is_a_message()
    {
        using var client = await SocketClient.ConnectAsync(_server.Client.BaseAddress!);
        await client.SubscribeAsync("q", "{ id ... @defer { name } }");

        Assert.Equal($$"""{"type":"next","id":"q","payload":{{Initial}}}""", await client.ReadAsync());
        Assert.Equal($$"""{"type":"next","id":"q","payload":{{Later}}}""", await client.ReadAsync());
        Assert.Equal("""{"type":"complete","id":"q"}""", await client.ReadAsync());
    }

    [NodeFact]
    public async Task Urql_and_Apollo_Client_read_it()
    {
        var (exitCode, output) = await NodeScript.RunAsync("clients/incremental.mjs", new Uri(_server.Client.BaseAddress!, "/graphql").ToString());

        Assert.True(exitCode == 0, output);
        Assert.Contains("urql: a deferred fragment", output, StringComparison.Ordinal);
        Assert.Contains("urql: no streamed list yet", output, StringComparison.Ordinal);
        Assert.Contains("Apollo Client: a deferred fragment, a streamed list", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"query":"{ id }"}""", """{"data":{"id":1}}""")]
    [InlineData("""{"query":"{ ... @defer(if: false) { id } }"}""", """{"data":{"id":1}}""")]
    public async Task A_single_result_is_a_document(string body, string answer)
    {
        using var response = await _server.PostAsync(body, "multipart/mixed, application/json");

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_single_result_is_a_part_where_only_parts_are_accepted()
    {
        using var response = await _server.PostAsync("""{"query":"{ id }"}""", "multipart/mixed");

        Assert.Equal(Part + """{"data":{"id":1}}""" + End, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_subscription_never_comes_in_parts()
    {
        using var response = await _server.PostAsync("""{"query":"subscription { count }"}""", "multipart/mixed, application/json");

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("accept text/event-stream", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_part_is_sent_as_soon_as_it_is_there_with_the_delimiter_that_ends_it()
    {
        using var response = await SendAsync("""{"query":"{ id ... @defer { gate } }"}""");
        var body = await response.Content.ReadAsStreamAsync();

        Assert.Equal(Part + Initial + "\r\n---", await ReadAsync(body, (Part + Initial + "\r\n---").Length));
        _gate.SetResult();
        using var rest = new StreamReader(body);
        Assert.Equal(Part["\r\n---".Length..] + Later.Replace("\"name\":\"later\"", "\"gate\":\"open\"", StringComparison.Ordinal) + End, await rest.ReadToEndAsync());
    }

    [Fact]
    public async Task A_client_that_leaves_ends_what_was_to_come()
    {
        var response = await SendAsync("""{"query":"{ id ... @defer { forever } }"}""");
        await ReadAsync(await response.Content.ReadAsStreamAsync(), Part.Length);
        response.Dispose();

        await Eventually.IsTrueAsync(() => _isAbandoned, "the deferred resolver is given up");
    }

    [Fact]
    public async Task A_list_is_streamed_by_GET_too()
    {
        using var response = await _server.GetAsync("/graphql?query=" + Uri.EscapeDataString("{ letters @stream(initialCount: 1) }"), "multipart/mixed");

        Assert.Contains("""{"incremental":[{"id":"0","items":["b"]}],"completed":[{"id":"0"}],"hasNext":false}""", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> SendAsync(string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("multipart/mixed"));
        return await _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private static async Task<string> ReadAsync(Stream body, int length)
    {
        var bytes = new byte[length];
        await body.ReadExactlyAsync(bytes);
        return Encoding.UTF8.GetString(bytes);
    }
}
