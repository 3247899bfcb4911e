using Npgsql;
using Personalify.DevStack;

namespace Personalify.Testing;

/// <summary>A database for one test class, removed with it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;
    private bool _isGone;

    private TestDatabase(string server, string name) =>
        (_server, Name, ConnectionString) = (server, name, new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString);

    public string Name { get; }

    public string ConnectionString { get; }

    /// <summary>An empty database on node A.</summary>
    public static async Task<TestDatabase> CreateAsync() => await CreateOnAsync(await TestServers.MainAsync());

    /// <summary>An empty database on node B.</summary>
    public static async Task<TestDatabase> CreateOnStatsAsync() => await CreateOnAsync(await TestServers.StatsAsync());

    /// <summary>An empty database on a server of the test's own.</summary>
    public static async Task<TestDatabase> CreateOnAsync(PostgresServer server) => await CreateOnAsync(server.ConnectionString("postgres"));

    public async ValueTask DisposeAsync()
    {
        if (_isGone) return;
        _isGone = true;
        await ReplicationRemains.RemoveAsync(ConnectionString);
        await using (var connection = new NpgsqlConnection(ConnectionString)) NpgsqlConnection.ClearPool(connection);
        await ExecuteAsync(_server, $"DROP DATABASE \"{Name}\" WITH (FORCE)");
    }

    internal static async Task<TestDatabase> CreateOnAsync(string server, string? template = null)
    {
        var name = $"test_{Guid.NewGuid():N}";
        await ExecuteAsync(server, $"CREATE DATABASE \"{name}\" TEMPLATE \"{template ?? "template0"}\"");
        return new TestDatabase(server, name);
    }

    private static async Task ExecuteAsync(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
