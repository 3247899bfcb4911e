using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.DevStack;

/// <summary>The system's redis-server as a cache: on 127.0.0.1 only, with a password, nothing written to the disk.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private const string Program = "redis-server";
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(20);
    private readonly ServerProcess _process;
    private readonly string _password;

    private RedisServer(int port, ServerProcess process, string password) => (Port, _process, _password) = (port, process, password);

    public int Port { get; }

    public ServerProcess Process => _process;

    /// <summary>Why there is none, or null when there is one.</summary>
    public static string? Missing => ProgramPath.Find(Program) is null
        ? $"No {Program} on the PATH. Install the package redis-server (Debian, Ubuntu) or redis (Homebrew)."
        : null;

    // In StackExchange.Redis's notation; abortConnect=false lets the client outlive the server.
    public string ConnectionString(int database = 0) => $"127.0.0.1:{Port},password={_password},defaultDatabase={database},abortConnect=false";

    /// <summary>Starts an empty server. The password is made up unless it is given, so that nobody else on the machine knows it.</summary>
    public static async Task<RedisServer> StartAsync(
        int port, string logFile, int databases = 16, string? password = null, CancellationToken cancellation = default)
    {
        var program = ProgramPath.Find(Program) ?? throw new DevStackException(Missing!);
        password ??= RandomNumberGenerator.GetHexString(32, lowercase: true);
        var process = await ServerProcess.StartAsync(new ServerCommand("Redis", program, ["-"], logFile)
        {
            Input = Configuration(port, databases, password),
            RunAs = ServerUser.ToBecome,
        });
        await process.WaitUntilReadyAsync(token => AnswersAsync(port, password, token), ReadyLimit, cancellation);
        return new RedisServer(port, process, password);
    }

    public Task StopAsync() => _process.StopAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    // By standard input, where no other user of the machine sees the password.
    private static string Configuration(int port, int databases, string password) =>
        $"""
        bind 127.0.0.1
        port {port}
        requirepass {password}
        databases {databases}
        save ""
        appendonly no
        maxmemory 256mb
        maxmemory-policy volatile-lru

        """;

    // The password tells this server from another that took the port just before.
    private static async Task<bool> AnswersAsync(int port, string password, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            await using var stream = client.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"AUTH {password}\r\n"), cancellation);
            using var reader = new StreamReader(stream, Encoding.ASCII);
            return await reader.ReadLineAsync(cancellation) == "+OK";
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return false;
        }
    }
}
