using System.Security.Claims;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport.Sockets;

public sealed class SocketSessionInterceptorTests : IAsyncLifetime
{
    private readonly StreamSchema _schema = new();
    private readonly Doorkeeper _doorkeeper = new();
    private TransportServer _server = null!;

    public async Task InitializeAsync() => _server = await TransportServer.StartAsync(
        services: services => services.AddSingleton<SocketSessionInterceptor>(_doorkeeper).AddSingleton<HttpRequestInterceptor>((context, data, _) =>
        {
            data["path"] = context.Request.Path.Value;
            return ValueTask.CompletedTask;
        }),
        executor: _schema.Executor);

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Who_is_accepted_gets_a_payload_and_its_operations_the_sessions_state()
    {
        using var client = await OpenAsync("Ada");
        Assert.Equal("""{"type":"connection_ack","payload":{"hello":"Ada"}}""", await client.ReadAsync());
        await client.SubscribeAsync("o", """{ user operation: state(key: "operation") path: state(key: "path") }""");

        Assert.Equal("""{"type":"next","id":"o","payload":{"data":{"user":"Ada","operation":"o","path":"/graphql"}}}""", await client.ReadAsync());
        await client.ReadAsync();
        await client.CloseAsync();
        await _doorkeeper.Closed.Task;
    }

    [Fact]
    public async Task Who_is_rejected_is_told_why()
    {
        using var client = await OpenAsync("Eve");

        Assert.Equal("4403 Not you, Eve.", await client.ReadAsync());
    }

    [Fact]
    public async Task While_the_doorkeeper_thinks_nothing_starts_and_a_second_introduction_is_too_many()
    {
        _doorkeeper.Thinking = new TaskCompletionSource();
        using var eager = await OpenAsync("Ada");
        await eager.SubscribeAsync("1", "{ hello }");
        using var pushy = await OpenAsync("Ada");
        await pushy.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal("4401 Unauthorized: wait for connection_ack.", await eager.ReadAsync());
        Assert.Equal("4429 Too many initialisation requests", await pushy.ReadAsync());
        _doorkeeper.Thinking.SetResult();
    }

    [Fact]
    public async Task A_doorkeeper_that_fails_closes_the_socket_and_says_nothing_of_itself()
    {
        using var client = await SocketClient.OpenAsync(_server.Client.BaseAddress!);
        await client.SendAsync("""{"type":"connection_init"}""");

        Assert.Equal("4500 Internal server error", await client.ReadAsync());
    }

    private async Task<SocketClient> OpenAsync(string name)
    {
        var client = await SocketClient.OpenAsync(_server.Client.BaseAddress!);
        await client.SendAsync($$$"""{"type":"connection_init","payload":{"name":"{{{name}}}"}}""");
        return client;
    }

    private sealed class Doorkeeper : SocketSessionInterceptor
    {
        public TaskCompletionSource? Thinking { get; set; }

        public TaskCompletionSource Closed { get; } = new();

        public override async ValueTask<ConnectionStatus> OnConnectAsync(SocketSession session, JsonElement connectionInit, CancellationToken cancellationToken)
        {
            if (Thinking is { } thinking) await thinking.Task;
            var name = connectionInit.GetProperty("name").GetString()!;
            if (name == "Eve") return ConnectionStatus.Reject("Not you, Eve.");
            session.ContextData[nameof(ClaimsPrincipal)] = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, name)], "Test"));
            return ConnectionStatus.Accept(new Dictionary<string, object?> { ["hello"] = name });
        }

        public override ValueTask OnRequestAsync(
            SocketSession session, string operationId, IDictionary<string, object?> contextData, CancellationToken cancellationToken)
        {
            contextData["operation"] = operationId;
            return ValueTask.CompletedTask;
        }

        public override ValueTask OnCloseAsync(SocketSession session)
        {
            Closed.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
