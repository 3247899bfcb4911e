using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace Personalify.GraphQL.Tests.Transport.Sockets;

/// <summary>A socket that sends and reads raw messages.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    public string? Protocol => _socket.SubProtocol;

    public static async Task<SocketClient> OpenAsync(Uri server, string[]? protocols = null, Action<ClientWebSocketOptions>? configure = null, string path = "/graphql")
    {
        var client = new SocketClient();
        foreach (var protocol in protocols ?? ["graphql-transport-ws"]) client._socket.Options.AddSubProtocol(protocol);
        configure?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(new UriBuilder(server) { Scheme = "ws", Path = path }.Uri, CancellationToken.None);
        return client;
    }

    /// <summary>A socket that has been acknowledged.</summary>
    public static async Task<SocketClient> ConnectAsync(Uri server, Action<ClientWebSocketOptions>? configure = null)
    {
        var client = await OpenAsync(server, configure: configure);
        await client.SendAsync("""{"type":"connection_init"}""");
        Assert.Equal("""{"type":"connection_ack"}""", await client.ReadAsync());
        return client;
    }

    public Task SendAsync(string message) => SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text);

    public Task SendAsync(byte[] message, WebSocketMessageType type) => _socket.SendAsync(message, type, true, CancellationToken.None);

    public Task SubscribeAsync(string id, string query) => SendAsync(JsonSerializer.Serialize(new { id, type = "subscribe", payload = new { query } }));

    /// <summary>The next message, or the code and reason of the close.</summary>
    public async Task<string> ReadAsync()
    {
        var message = new List<byte>();
        var buffer = new byte[4096];
        while (true)
        {
            var part = await _socket.ReceiveAsync(buffer, CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close) return $"{(int)part.CloseStatus!} {part.CloseStatusDescription}".TrimEnd();
            message.AddRange(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage) return Encoding.UTF8.GetString([.. message]);
        }
    }

    public Task CloseAsync() => _socket.CloseAsync(WebSocketCloseStatus.NormalClosure, "", CancellationToken.None);

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
