using System.Net.Sockets;

namespace Personalify.DevStack;

/// <summary>
/// The system's mongod for the sync history: on 127.0.0.1 only, without a login, as a developer's own is; its data stays.
/// </summary>
public sealed class MongoServer : IAsyncDisposable
{
    private const string Program = "mongod";
    private const string Database = "personalify";

    // What mongod writes into its log when it takes connections.
    private const string ReadyLine = "Waiting for connections";
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);

    private MongoServer(int port, ServerProcess process) => (Port, Process) = (port, process);

    public int Port { get; }

    public ServerProcess Process { get; }

    /// <summary>Whether the system has one.</summary>
    public static bool IsThere => ProgramPath.Find(Program) is not null;

    public string ConnectionString() => $"mongodb://127.0.0.1:{Port}/{Database}";

    public static async Task<MongoServer> StartAsync(int port, string folder, string logFile, CancellationToken cancellation = default)
    {
        var program = ProgramPath.Find(Program) ?? throw new DevStackException($"No {Program} on the PATH.");
        Directory.CreateDirectory(folder);
        ServerUser.ToBecome?.Own(folder);
        if (File.Exists(logFile)) File.Delete(logFile); // An earlier run's readiness is none.
        string[] arguments = ["--dbpath", folder, "--port", $"{port}", "--bind_ip", "127.0.0.1"];
        var process = await ServerProcess.StartAsync(new ServerCommand("MongoDB", program, arguments,
            logFile) { RunAs = ServerUser.ToBecome });
        await process.WaitUntilReadyAsync(token => AnswersAsync(port, logFile, token), ReadyLimit, cancellation);
        return new MongoServer(port, process);
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    // The line tells this server from another that took the port just before.
    private static async Task<bool> AnswersAsync(int port, string logFile, CancellationToken cancellation)
    {
        if (!File.Exists(logFile) || !(await File.ReadAllTextAsync(logFile, cancellation)).Contains(ReadyLine,
            StringComparison.Ordinal)) return false;
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
