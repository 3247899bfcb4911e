using System.Net;
using System.Net.Sockets;

namespace Personalify.DevStack.Tests;

public sealed class FreePortTests
{
    [Fact]
    public void A_port_somebody_listens_on_is_not_free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var taken = ((IPEndPoint)listener.LocalEndpoint).Port;
        Assert.False(FreePort.IsFree(taken));
        Assert.NotEqual(taken, FreePort.NextTo(taken));
    }

    [Fact]
    public void A_free_port_is_taken_as_preferred()
    {
        var free = FreePort.Next();
        Assert.Equal(free, FreePort.NextTo(free));
    }

    [Fact]
    public async Task A_port_is_free_again_right_after_its_server_hung_up_on_somebody()
    {
        var port = FreePort.Next();
        using (var listener = new TcpListener(IPAddress.Loopback, port))
        {
            listener.Start();
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port);
            (await listener.AcceptTcpClientAsync()).Dispose();
        }

        Assert.True(FreePort.IsFree(port));
    }
}
