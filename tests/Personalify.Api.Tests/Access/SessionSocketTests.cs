using System.Net.WebSockets;
using System.Text;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

/// <summary>Who acts on a socket, and for how long.</summary>
public sealed class SessionSocketTests
{
    private const string Acknowledged = """{"type":"connection_ack"}""";
    private const string Me = """{"id":"1","type":"subscribe","payload":{"query":"{ me { name } }"}}""";
    private const string Ada = """{"type":"next","id":"1","payload":{"data":{"me":{"name":"ada"}}}}""";
    private const string Nobody = """{"type":"next","id":"1","payload":{"data":{"me":null}}}""";
    private const string Complete = """{"type":"complete","id":"1"}""";

    [StoreFact]
    public async Task A_socket_acts_for_the_session_of_its_handshake_until_that_ends()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();
        var token = await SignUpAsync(application);
        using var socket = await OpenAsync(application, options => options.SetRequestHeader("Cookie", $"personalify_session={token}"));

        Assert.Equal([Acknowledged, Ada, Complete], await AskAsync(socket, 3, """{"type":"connection_init"}""", Me));
        using var ada = application.Connect(token);
        await ada.QueryAsync("mutation { signOut { signedOut } }");
        Assert.Equal([Nobody, Complete], await AskAsync(socket, 2, Me));
    }

    [StoreFact]
    public async Task Who_can_set_no_headers_introduces_itself_with_its_token()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();
        var token = await SignUpAsync(application);
        using var socket = await OpenAsync(application);

        Assert.Equal(
            [Acknowledged, Ada, Complete], await AskAsync(socket, 3, $$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{token}}}"}}""", Me));
    }

    [StoreTheory]
    [InlineData("Bearer nonsense", "The token is not one of this server.")]
    [InlineData("Basic YTpi", "The token is not one of this server.")]
    [InlineData("Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "The session has ended.")]
    public async Task A_token_of_nobody_closes_the_socket(string header, string reason)
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();
        using var socket = await OpenAsync(application);

        Assert.Equal([$"4403 {reason}"], await AskAsync(socket, 1, $$$"""{"type":"connection_init","payload":{"authorization":"{{{header}}}"}}"""));
    }

    [StoreFact]
    public async Task A_page_of_another_host_opens_no_socket_with_a_visitors_cookie()
    {
        await using var application = await PersonalifyApplication.StartOnPortAsync();
        var token = await SignUpAsync(application);

        await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(application, options =>
        {
            options.SetRequestHeader("Cookie", $"personalify_session={token}");
            options.SetRequestHeader("Origin", "https://elsewhere.example");
        }));
    }

    private static async Task<string> SignUpAsync(PersonalifyApplication application)
    {
        using var stranger = application.Connect();
        return (await stranger.SignUpAsync("ada")).Token();
    }

    private static async Task<ClientWebSocket> OpenAsync(PersonalifyApplication application, Action<ClientWebSocketOptions>? configure = null)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        configure?.Invoke(socket.Options);
        await socket.ConnectAsync(new UriBuilder(application.Address) { Scheme = "ws", Path = "/graphql" }.Uri, CancellationToken.None);
        return socket;
    }

    /// <summary>Sends one after the other what follows an answer, and returns the answers.</summary>
    private static async Task<List<string>> AskAsync(ClientWebSocket socket, int answers, params string[] messages)
    {
        var read = new List<string>();
        foreach (var message in messages)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, true, CancellationToken.None);
            if (read.Count < answers) read.Add(await ReadAsync(socket));
        }

        while (read.Count < answers) read.Add(await ReadAsync(socket));
        return read;
    }

    private static async Task<string> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[4096];
        var part = await socket.ReceiveAsync(buffer, CancellationToken.None);
        return part.MessageType == WebSocketMessageType.Close
            ? $"{(int)part.CloseStatus!} {part.CloseStatusDescription}"
            : Encoding.UTF8.GetString(buffer, 0, part.Count);
    }
}
