using System.Net.Sockets;
using Personalify.DevStack;
using Xunit;

namespace Personalify.Testing;

/// <summary>
/// The stand-in for MongoDB of <c>tests/mongolite</c>: it speaks the wire protocol and keeps everything in memory, but it is no mongod. It
/// can be killed and started again on its port, and frozen.
/// </summary>
public sealed class MongoLite : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(20);
    private readonly string _folder = Directory.CreateTempSubdirectory("personalify-mongolite-").FullName;
    private ServerProcess _process = null!;

    /// <summary>Where the program lies.</summary>
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests", "mongolite");

    /// <summary>Why it cannot run here, or <c>null</c>.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "mongodb"))
        ? null
        : "The packages of tests/mongolite are not installed: `make test` installs them.";

    public int Port { get; private set; }

    public ServerProcess Process => _process;

    public string ConnectionString(string database, string options = "") => $"mongodb://127.0.0.1:{Port}/{database}{options}";

    public static async Task<MongoLite> StartAsync()
    {
        var server = new MongoLite();
        return await FreePort.UseAsync(FreePort.Next(), async port =>
        {
            await server.StartOnAsync(port);
            return server;
        });
    }

    public async Task KillAsync()
    {
        Process.Kill();
        await Process.Exited;
    }

    /// <summary>Starts it anew, empty, where it was.</summary>
    public Task StartAgainAsync() => StartOnAsync(Port);

    public async ValueTask DisposeAsync()
    {
        Process.Thaw();
        await Process.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartOnAsync(int port)
    {
        Port = port;
        var log = Path.Combine(_folder, $"{Guid.NewGuid():N}.log");
        _process = await ServerProcess.StartAsync(new ServerCommand("mongolite", "node", [Path.Combine(Folder, "mongolite.mjs"), $"{port}"], log)
        {
            Environment = new Dictionary<string, string?> { ["TTL_MS"] = "500" },
        });
        await _process.WaitUntilReadyAsync(token => AnswersAsync(port, log, token), ReadyLimit, CancellationToken.None);
    }

    // The line is its own; another server that took the port just before would not write it.
    private static async Task<bool> AnswersAsync(int port, string log, CancellationToken cancellation)
    {
        if (!File.Exists(log) || !(await File.ReadAllTextAsync(log, cancellation)).Contains($"127.0.0.1:{port}", StringComparison.Ordinal)) return false;
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

/// <summary>
/// A test that needs the stand-in for MongoDB, and the stores. Where they are missing it says so and is skipped; in CI it runs and fails.
/// </summary>
public sealed class MongoFactAttribute : FactAttribute
{
    public MongoFactAttribute() => Skip = Reason;

    internal static string? Reason { get; } = (ContinuousIntegration.IsRunning ? null : MongoLite.Missing) ?? Stores.ReasonToSkip;
}

/// <summary>The same for a test with data.</summary>
public sealed class MongoTheoryAttribute : TheoryAttribute
{
    public MongoTheoryAttribute() => Skip = MongoFactAttribute.Reason;
}
