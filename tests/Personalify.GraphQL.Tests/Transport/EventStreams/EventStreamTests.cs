using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport.EventStreams;

/// <summary>graphql-sse, distinct connections mode.</summary>
public sealed class EventStreamTests : IAsyncLifetime
{
    private const string Events = "text/event-stream";
    private readonly StreamSchema _schema = new();
    private readonly FakeTimeProvider _time = TestClock.At("2026-03-01T12:00:00Z");
    private TransportServer _server = null!;

    public async Task InitializeAsync() => _server = await TransportServer.StartAsync(
        services: services => services.AddSingleton<TimeProvider>(_time), executor: _schema.Executor);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_subscription_is_a_stream_of_events_with_an_end()
    {
        using var response = await _server.PostAsync("""{"query":"subscription { count(to: 2) }"}""", Events);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/event-stream; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(
            ":\n\nevent: next\ndata: {\"data\":{\"count\":1}}\n\nevent: next\ndata: {\"data\":{\"count\":2}}\n\nevent: complete\ndata:\n\n",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("{ hello }", "{\"data\":{\"hello\":\"world\"}}")]
    [InlineData("mutation { act }", "{\"data\":{\"act\":1}}")]
    [InlineData("subscription { refused }", """{"errors":[{"message":"Not today.","locations":[{"line":1,"column":16}],"path":["refused"]}]}""")]
    public async Task A_single_result_is_one_event_where_only_events_are_accepted(string query, string result)
    {
        using var response = await _server.PostAsync($$"""{"query":"{{query}}"}""", Events);

        Assert.Equal($":\n\nevent: next\ndata: {result}\n\nevent: complete\ndata:\n\n", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_wrong_document_is_an_event_too()
    {
        using var response = await _server.PostAsync("""{"query":"{ nothing }"}""", Events);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.StartsWith(":\n\nevent: next\ndata: {\"errors\":[{\"message\":\"Cannot query field", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_none_is_refused_as_ever()
    {
        using var response = await _server.PostAsync("[]", Events);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("application/json, text/event-stream", "{ hello }", "application/json")]
    [InlineData("application/graphql-response+json, text/event-stream;q=0.5", "{ hello }", "application/graphql-response+json")]
    [InlineData("application/json;q=0.5, text/event-stream", "{ hello }", "text/event-stream")]
    [InlineData("application/json, text/event-stream", "subscription { count(to: 1) }", "text/event-stream")]
    [InlineData("application/json", "subscription { count(to: 1) }", "application/json")]
    [InlineData("*/*", "subscription { count(to: 1) }", "application/json")]
    public async Task Who_accepts_documents_as_well_gets_events_only_for_what_is_a_stream(string accept, string query, string contentType)
    {
        using var response = await _server.PostAsync($$"""{"query":"{{query}}"}""", accept);

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_GET_subscribes_and_does_not_act()
    {
        using var stream = await _server.GetAsync("/graphql?query=" + Uri.EscapeDataString("subscription { count(to: 1) }"), Events);
        using var action = await _server.GetAsync("/graphql?query=" + Uri.EscapeDataString("mutation { act }"), Events);

        Assert.Contains("{\"count\":1}", await stream.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("A GET request may not run a mutation.", await action.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quiet_stream_says_that_it_is_there_and_ends_with_its_client()
    {
        using var client = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent("""{"query":"subscription { topic }"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", Events);
        using var response = await _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, client.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(client.Token));
        Assert.Equal(":", await reader.ReadLineAsync(client.Token));
        Assert.Equal("", await reader.ReadLineAsync(client.Token));

        var next = reader.ReadLineAsync(client.Token).AsTask();
        await Eventually.IsTrueAsync(
            () =>
            {
                _time.Advance(TimeSpan.FromSeconds(12));
                return next.IsCompleted;
            },
            "the stream says something");
        Assert.Equal(":", await next);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_the_stream()
    {
        var response = await SendAsync("subscription { endless }");
        await Eventually.IsTrueAsync(() => _schema.Endless == 1, "the stream is open");
        response.Dispose();

        await Eventually.IsTrueAsync(() => _schema.Endless == 0, "the stream has ended");
    }

    [Fact]
    public async Task A_server_that_stops_ends_its_streams_without_calling_them_complete()
    {
        using var response = await SendAsync("subscription { topic }");
        await _server.StopAsync();

        Assert.Equal(":\n\n", await response.Content.ReadAsStringAsync());
    }

    private Task<HttpResponseMessage> SendAsync(string query)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new StringContent($$"""{"query":"{{query}}"}""", Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Accept", Events);
        return _server.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }
}
