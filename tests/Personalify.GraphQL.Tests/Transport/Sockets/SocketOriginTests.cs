using System.Net;
using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Transport;

namespace Personalify.GraphQL.Tests.Transport.Sockets;

/// <summary>A foreign page must not open a socket with the cookies of who visits it.</summary>
public sealed class SocketOriginTests
{
    [Theory]
    [InlineData("http", "me.example", null, true)]
    [InlineData("http", "me.example", "http://me.example", true)]
    [InlineData("http", "me.example:5081", "http://me.example:5081", true)]
    [InlineData("http", "me.example", "https://me.example", true)]
    [InlineData("https", "ME.example", "https://me.example", true)]
    [InlineData("https", "me.example", "http://me.example", false)]
    [InlineData("http", "me.example:5081", "http://me.example:5080", false)]
    [InlineData("http", "me.example", "http://me.example.evil.example", false)]
    [InlineData("http", "me.example", "http://evil.example", false)]
    [InlineData("http", "me.example", "null", false)]
    [InlineData("http", "me.example", "file://me.example", false)]
    [InlineData("http", "me.example", "https://friend.example", true)]
    public void Only_pages_of_this_host_and_named_ones_are_trusted(string scheme, string host, string? origin, bool isTrusted)
    {
        var request = new DefaultHttpContext().Request;
        (request.Scheme, request.Host) = (scheme, new HostString(host));
        if (origin is not null) request.Headers.Origin = origin;

        Assert.Equal(isTrusted, SocketOrigin.IsTrusted(request, ["https://friend.example"]));
    }

    [Fact]
    public async Task A_foreign_page_is_refused_before_the_handshake_is_done()
    {
        await using var server = await TransportServer.StartAsync(options => options.Sockets.AllowedOrigins.Add("https://friend.example"));
        var refused = await Assert.ThrowsAsync<WebSocketException>(() => OpenAsync(server, "https://evil.example"));
        using var friend = await OpenAsync(server, "https://friend.example");

        Assert.Contains($"{(int)HttpStatusCode.Forbidden}", refused.Message, StringComparison.Ordinal);
        Assert.Equal("graphql-transport-ws", friend.Protocol);
    }

    private static Task<SocketClient> OpenAsync(TransportServer server, string origin) =>
        SocketClient.OpenAsync(server.Client.BaseAddress!, configure: options => options.SetRequestHeader("Origin", origin));
}
