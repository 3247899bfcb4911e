using Npgsql;
using Personalify.DevStack;
using Personalify.Testing;

namespace Personalify.Api.Tests.Remote;

/// <summary>A PostgreSQL of a test's own, that can be killed, started again where it was, and frozen.</summary>
internal sealed class OwnServer : IAsyncDisposable
{
    private readonly PostgresOptions _options;
    private readonly string _log;

    private OwnServer(PostgresOptions options, string log, PostgresServer server) => (_options, _log, Server) = (options, log, server);

    public PostgresServer Server { get; private set; }

    public static async Task<OwnServer> StartAsync(string name, int maxSlotWalMegabytes = 1024)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-test-");
        var log = Path.Combine(folder, "server.log");
        return await FreePort.UseAsync(FreePort.Next(), async port =>
        {
            var options = new PostgresOptions($"PostgreSQL {name} of a test", Path.Combine(folder, name), port)
            {
                IsDurable = false, MaxConnections = 50, SharedBuffersMegabytes = 32, MaxSlotWalMegabytes = maxSlotWalMegabytes,
            };
            return new OwnServer(options, log, await PostgresServer.StartAsync(options, log));
        });
    }

    public Task<TestDatabase> CreateDatabaseAsync() => TestDatabase.CreateOnAsync(Server);

    /// <summary>As <c>kill -9</c> does, and lost power.</summary>
    public async Task KillAsync()
    {
        Server.Process.Kill();
        await Server.Process.Exited;
    }

    public async Task StartAgainAsync()
    {
        await Server.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        Server = await PostgresServer.StartAsync(_options, _log);
    }

    public async ValueTask DisposeAsync()
    {
        Server.Process.Thaw();
        await Server.DisposeAsync();
    }
}
