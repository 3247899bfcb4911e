using Npgsql;

namespace Personalify.DevStack;

/// <summary>A PostgreSQL server of our own, on 127.0.0.1 only, that lives no longer than this process.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly TimeSpan ReadyLimit = TimeSpan.FromSeconds(60);
    private readonly ServerProcess _process;
    private readonly PostgresOptions _options;
    private readonly string _password;

    private PostgresServer(PostgresOptions options, ServerProcess process, string password) =>
        (_options, _process, _password) = (options, process, password);

    public ServerProcess Process => _process;

    public int Port => _options.Port;

    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = PostgresFolder.User,
        Password = _password,
    }.ConnectionString;

    /// <summary>Makes the cluster if the folder has none, starts the server and waits until it takes connections.</summary>
    public static async Task<PostgresServer> StartAsync(PostgresOptions options, string logFile, CancellationToken cancellation = default)
    {
        var binaries = await PostgresBinaries.FindAsync();
        var folder = new PostgresFolder(options.Folder);
        await folder.InitializeAsync(binaries, logFile);
        await folder.StopOrphanAsync(cancellation);
        string[] arguments = ["-D", folder.Data, .. options.Settings().SelectMany(setting => (string[])["-c", setting])];
        var process = await ServerProcess.StartAsync(PostgresFolder.Command(options.Name, binaries.Postgres, arguments, logFile));
        await process.WaitUntilReadyAsync(token => folder.IsReadyAsync(process.Id, token), ReadyLimit, cancellation);
        return new PostgresServer(options, process, folder.ReadPassword());
    }

    /// <summary>Makes the database unless it is there.</summary>
    public async Task EnsureDatabaseAsync(string name, CancellationToken cancellation = default)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres"));
        await using var find = source.CreateCommand("SELECT 1 FROM pg_database WHERE datname = $1");
        find.Parameters.AddWithValue(name);
        if (await find.ExecuteScalarAsync(cancellation) is not null) return;
        await using var create = source.CreateCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(name)}");
        await create.ExecuteNonQueryAsync(cancellation);
    }

    public Task StopAsync() => _process.StopAsync();

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
