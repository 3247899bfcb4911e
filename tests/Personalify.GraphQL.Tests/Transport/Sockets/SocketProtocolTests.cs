using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;
using Personalify.Testing;

namespace Personalify.GraphQL.Tests.Transport.Sockets;

/// <summary>graphql-transport-ws, message by message; the outside scripts of <c>tests/conformance</c> say the rest.</summary>
public sealed class SocketProtocolTests : IAsyncLifetime
{
    private readonly StreamSchema _schema = new();
    private TransportServer _server = null!;

    public async Task InitializeAsync() => _server = await TransportServer.StartAsync(
        options =>
        {
            options.Sockets.MaxMessageBytes = 1000;
            options.Sockets.MaxOperations = 2;
        },
        executor: _schema.Executor);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_subscription_sends_each_event_and_its_end()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("s", "subscription { count(to: 2) }");

        Assert.Equal("""{"type":"next","id":"s","payload":{"data":{"count":1}}}""", await client.ReadAsync());
        Assert.Equal("""{"type":"next","id":"s","payload":{"data":{"count":2}}}""", await client.ReadAsync());
        Assert.Equal("""{"type":"complete","id":"s"}""", await client.ReadAsync());
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"world"}}""")]
    [InlineData("mutation { act }", """{"data":{"act":1}}""")]
    public async Task Queries_and_mutations_have_one_answer(string query, string payload)
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("a \"b\"\n", query);

        Assert.Equal($$"""{"type":"next","id":"a \"b\"\n","payload":{{payload}}}""", await client.ReadAsync());
        Assert.Equal("""{"type":"complete","id":"a \"b\"\n"}""", await client.ReadAsync());
    }

    [Theory]
    [InlineData("subscription { refused }", "Not today.")]
    [InlineData("{ nothing }", "Cannot query field \"nothing\" on type \"Query\".")]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.")]
    public async Task What_cannot_be_executed_ends_with_its_errors_and_the_socket_goes_on(string query, string message)
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("e", query);

        using var answer = JsonDocument.Parse(await client.ReadAsync());
        Assert.Equal(("error", "e"), (answer.RootElement.GetProperty("type").GetString(), answer.RootElement.GetProperty("id").GetString()));
        Assert.Equal(message, answer.RootElement.GetProperty("payload")[0].GetProperty("message").GetString());
        await client.SubscribeAsync("e", "{ hello }");
        Assert.Contains("\"next\"", await client.ReadAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_fails_ends_its_operation_alone()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("b", "subscription { broken }");

        Assert.Equal("""{"type":"next","id":"b","payload":{"data":{"broken":1}}}""", await client.ReadAsync());
        Assert.Equal(
            """{"type":"error","id":"b","payload":[{"message":"The wire is cut.","locations":[{"line":1,"column":16}],"path":["broken"]}]}""",
            await client.ReadAsync());
        await client.SendAsync("""{"type":"ping"}""");
        Assert.Equal("""{"type":"pong"}""", await client.ReadAsync());
    }

    [Fact]
    public async Task An_event_that_is_sent_once_the_subscription_is_answered_arrives()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("t", "subscription { topic }");
        await client.SubscribeAsync("q", "{ hello }");
        await client.ReadAsync();
        await client.ReadAsync();
        await Eventually.IsTrueAsync(
            async () =>
            {
                await _schema.Broker.SendAsync("topic", 1);
                await client.SubscribeAsync("q", "{ hello }");
                var (first, second) = (await client.ReadAsync(), await client.ReadAsync());
                return first.Contains("topic", StringComparison.Ordinal) || second.Contains("topic", StringComparison.Ordinal);
            },
            "the event arrives");
    }

    [Theory]
    [InlineData("complete")]
    [InlineData("close")]
    [InlineData("abort")]
    public async Task Whatever_the_client_ends_ends_the_streams(string how)
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("s", "subscription { endless }");
        await client.ReadAsync();
        Assert.Equal(1, _schema.Endless);
        if (how == "complete") await client.SendAsync("""{"type":"complete","id":"s"}""");
        else if (how == "abort") client.Abort();
        else await client.CloseAsync();

        await Eventually.IsTrueAsync(() => _schema.Endless == 0, "the stream has ended");
    }

    [Fact]
    public async Task The_result_of_a_completed_operation_is_not_sent()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("w", "{ wait }");
        await client.SendAsync("""{"type":"complete","id":"w"}""");
        await client.SubscribeAsync("w", "{ hello }");

        Assert.Equal("""{"type":"next","id":"w","payload":{"data":{"hello":"world"}}}""", await client.ReadAsync());
    }

    [Fact]
    public async Task More_operations_than_allowed_are_refused_one_by_one()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("1", "{ wait }");
        await client.SubscribeAsync("2", "{ wait }");
        await client.SubscribeAsync("3", "{ wait }");

        Assert.Equal(
            """{"type":"error","id":"3","payload":[{"message":"This socket runs 2 operations, and no more are allowed. Complete one of them first.","extensions":{"code":"CODE"}}]}"""
                .Replace("CODE", ErrorCodes.InvalidRequest, StringComparison.Ordinal),
            await client.ReadAsync());
    }

    [Fact]
    public async Task A_message_that_is_too_long_closes_the_socket()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("l", $"{{ hello }} #{new string('x', 5000)}");

        Assert.Equal("1009 A message may have 1000 bytes. Send less in variables, or post the request.", await client.ReadAsync());
    }

    [Fact]
    public async Task Bytes_are_no_message()
    {
        using var client = await ConnectAsync();
        await client.SendAsync(Encoding.UTF8.GetBytes("""{"type":"ping"}"""), WebSocketMessageType.Binary);

        Assert.Equal("4400 Send text, not bytes.", await client.ReadAsync());
    }

    [Theory]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":"{ hello }"}}""", "4401 Unauthorized: wait for connection_ack.")]
    [InlineData("""{"type":"connection_init"} """ + "x", "4400 The message is not valid JSON.")]
    public async Task Before_the_acknowledgement_the_client_waits(string message, string close)
    {
        using var client = await SocketClient.OpenAsync(_server.Client.BaseAddress!);
        await client.SendAsync(message);

        Assert.Equal(close, await client.ReadAsync());
    }

    [Fact]
    public async Task An_id_that_is_in_use_closes_the_socket_and_a_long_reason_is_cut()
    {
        using var client = await ConnectAsync();
        var id = new string('ä', 100);
        await client.SubscribeAsync(id, "{ wait }");
        await client.SubscribeAsync(id, "{ wait }");

        var close = await client.ReadAsync();
        Assert.StartsWith("4409 Subscriber for ää", close, StringComparison.Ordinal);
        Assert.InRange(Encoding.UTF8.GetByteCount(close), 120, 5 + 123);
    }

    [Fact]
    public async Task A_second_introduction_closes_the_socket()
    {
        using var client = await ConnectAsync();
        await client.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal("4429 Too many initialisation requests", await client.ReadAsync());
    }

    [Fact]
    public async Task An_unknown_sub_protocol_is_told_so()
    {
        using var client = await SocketClient.OpenAsync(_server.Client.BaseAddress!, []);

        Assert.Equal("4406 Subprotocol not acceptable: offer graphql-transport-ws.", await client.ReadAsync());
    }

    [Fact]
    public async Task The_known_sub_protocol_is_chosen_and_a_probe_that_says_nothing_does_no_harm()
    {
        using var client = await SocketClient.OpenAsync(_server.Client.BaseAddress!, ["graphql-transport-ws", "graphql-ws"]);

        Assert.Equal("graphql-transport-ws", client.Protocol);
        await client.CloseAsync();
    }

    [Fact]
    public async Task Who_does_not_introduce_itself_in_time_is_closed()
    {
        var time = TestClock.At("2026-03-01T12:00:00Z");
        await using var server = await TransportServer.StartAsync(services: services => services.AddSingleton<TimeProvider>(time), executor: _schema.Executor);
        using var silent = await SocketClient.OpenAsync(server.Client.BaseAddress!);
        using var polite = await SocketClient.ConnectAsync(server.Client.BaseAddress!);
        time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal("4408 Connection initialisation timeout", await silent.ReadAsync());
        await polite.SendAsync("""{"type":"ping","payload":{"n":1}}""");
        Assert.Equal("""{"type":"pong","payload":{"n":1}}""", await polite.ReadAsync());
    }

    [Fact]
    public async Task A_server_that_stops_says_so()
    {
        using var client = await ConnectAsync();
        await client.SubscribeAsync("s", "subscription { topic }");
        var stopping = _server.StopAsync();

        Assert.Equal("1001 The server stops. Connect again in a moment.", await client.ReadAsync());
        await client.CloseAsync();
        await stopping;
    }

    private Task<SocketClient> ConnectAsync() => SocketClient.ConnectAsync(_server.Client.BaseAddress!);
}
