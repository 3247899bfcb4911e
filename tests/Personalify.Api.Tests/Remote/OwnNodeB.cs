using Personalify.DevStack;

namespace Personalify.Api.Tests.Remote;

/// <summary>A node B of the test's own, which can be frozen, thawed and killed.</summary>
internal sealed class OwnNodeB : IAsyncDisposable
{
    private const string Database = "personalify_stats";
    private readonly string _folder;
    private PostgresServer _server;

    private OwnNodeB(PostgresServer server, string folder) => (_server, _folder) = (server, folder);

    public string ConnectionString => _server.ConnectionString(Database) + ";Timeout=2;Pooling=false";

    public static async Task<OwnNodeB> StartAsync()
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-node-b-");
        var server = await FreePort.UseAsync(FreePort.Next(), port => StartAsync(folder, port));
        await server.EnsureDatabaseAsync(Database);
        return new OwnNodeB(server, folder);
    }

    /// <summary>Every process of it stops where it is; connections stay open and nothing answers.</summary>
    public void Freeze() => Signal("STOP");

    public void Thaw() => Signal("CONT");

    public Task StopAsync() => _server.StopAsync();

    /// <summary>Starts it anew where it was.</summary>
    public async Task StartAgainAsync()
    {
        await _server.DisposeAsync();
        _server = await StartAsync(_folder, _server.Port);
    }

    public async ValueTask DisposeAsync()
    {
        Thaw();
        await _server.DisposeAsync();
    }

    private static Task<PostgresServer> StartAsync(string folder, int port) => PostgresServer.StartAsync(
        new PostgresOptions("PostgreSQL of a node B", Path.Combine(folder, "stats"), port) { IsDurable = false, SharedBuffersMegabytes = 16 },
        Path.Combine(folder, "stats.log"));

    private void Signal(string signal)
    {
        using var kill = System.Diagnostics.Process.Start("kill", [$"-{signal}", .. Processes().Select(process => process.ToString(System.Globalization.CultureInfo.InvariantCulture))]);
        kill.WaitForExit();
    }

    /// <summary>The server's own process and those that it has started.</summary>
    private IEnumerable<int> Processes() =>
        [_server.Process.Id, .. Directory.GetDirectories("/proc")
            .Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0)
            .Where(process => process > 0 && ParentOf(process) == _server.Process.Id)];

    private static int ParentOf(int process)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0; // It has ended meanwhile.
        }
    }
}
