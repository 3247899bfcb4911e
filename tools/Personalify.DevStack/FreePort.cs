using System.Net;
using System.Net.Sockets;

namespace Personalify.DevStack;

/// <summary>Ports of the loopback address that nobody listens on.</summary>
public static class FreePort
{
    // Below the range from which systems take the ports of outgoing connections, which would take one away before it is used.
    private const int Lowest = 20_000;
    private const int Highest = 32_000;
    private const int Attempts = 200;
    private const int StartAttempts = 5;

    public static int Next() =>
        Enumerable.Range(0, Attempts).Select(_ => Random.Shared.Next(Lowest, Highest)).FirstOrDefault(IsFree) is var port and > 0
            ? port
            : throw new DevStackException($"None of {Attempts} ports tried between {Lowest} and {Highest} is free on 127.0.0.1.");

    /// <summary>The preferred port, or another when somebody listens on it.</summary>
    public static int NextTo(int preferred) => IsFree(preferred) ? preferred : Next();

    /// <summary>
    /// Starts a server on the preferred port or another. A port that was free may be somebody else's by the time the server asks
    /// for it: then it starts once more, on another.
    /// </summary>
    public static async Task<T> UseAsync<T>(int preferred, Func<int, Task<T>> start)
    {
        for (var attempt = 1; ; attempt++)
        {
            var port = NextTo(preferred);
            try
            {
                return await start(port);
            }
            catch (DevStackException e) when (attempt < StartAttempts && (SaysTaken(e) || !IsFree(port)))
            {
                // Another has the port, or had it for the moment in which the server asked.
            }
        }
    }

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    // PostgreSQL and Redis both write the system's own words into their log, whose end the exception holds.
    private static bool SaysTaken(DevStackException failure) => failure.Message.Contains("Address already in use", StringComparison.Ordinal);
}
