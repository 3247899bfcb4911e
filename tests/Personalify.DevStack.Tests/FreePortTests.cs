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
    public async Task A_server_whose_port_was_taken_meanwhile_starts_on_another()
    {
        using var other = new TcpListener(IPAddress.Loopback, FreePort.Next());
        var preferred = ((IPEndPoint)other.LocalEndpoint).Port;
        var started = await FreePort.UseAsync(preferred, port =>
        {
            if (port == preferred) other.Start();
            return port == preferred ? throw new DevStackException("The address is in use.") : Task.FromResult(port);
        });
        Assert.NotEqual(preferred, started);
    }

    [Fact]
    public async Task A_server_that_fails_by_itself_is_not_started_again()
    {
        var starts = 0;
        await Assert.ThrowsAsync<DevStackException>(() => FreePort.UseAsync<int>(FreePort.Next(), _ => throw new DevStackException($"{++starts}")));
        Assert.Equal(1, starts);
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
