using System.Diagnostics;
using Npgsql;
using Personalify.Testing;

namespace Personalify.DevStack.Tests;

public sealed class PostgresServerTests : IDisposable
{
    private readonly TestFolder _folder = new();

    [StoreFact]
    public async Task A_second_start_keeps_the_data()
    {
        await using (var first = await StartAsync())
        {
            await first.EnsureDatabaseAsync("kept");
            await ExecuteAsync(first, "CREATE TABLE words (word text); INSERT INTO words VALUES ('still here')");
        }

        await using var second = await StartAsync();
        await second.EnsureDatabaseAsync("kept");
        Assert.Equal("still here", await ExecuteAsync(second, "SELECT word FROM words"));
    }

    [StoreFact]
    public async Task It_stops_and_lets_go_of_its_port()
    {
        var server = await StartAsync();
        Assert.False(FreePort.IsFree(server.Port));
        await server.StopAsync();
        Assert.True(FreePort.IsFree(server.Port));
        Assert.False(File.Exists(_folder["node/data/postmaster.pid"]));
        await server.DisposeAsync();
    }

    [StoreFact]
    public async Task A_server_that_crashed_recovers_at_the_next_start()
    {
        var crashed = await StartAsync();
        await crashed.EnsureDatabaseAsync("kept");
        await ExecuteAsync(crashed, "CREATE TABLE words (word text); INSERT INTO words VALUES ('written before the crash')");
        crashed.Process.Kill();
        await crashed.Process.Exited;
        Assert.True(File.Exists(_folder["node/data/postmaster.pid"]));
        await using var next = await StartAsync();
        Assert.Equal("written before the crash", await ExecuteAsync(next, "SELECT word FROM words"));
    }

    [StoreFact]
    public async Task A_server_that_an_earlier_run_left_is_stopped_first()
    {
        var orphan = await StartAsync();
        await using var next = await StartAsync();
        await orphan.Process.Exited;
        Assert.NotEqual(orphan.Process.Id, next.Process.Id);
    }

    [StoreFact]
    public async Task A_status_file_that_names_somebody_elses_process_harms_nobody()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(_folder["node/data/postmaster.pid"], $"{Environment.ProcessId}\n{_folder["node/data"]}\n0\n1\n\n127.0.0.1\n\nready\n");
        using var self = Process.GetCurrentProcess();
        await using var next = await StartAsync();
        Assert.False(self.HasExited);
        Assert.Equal(1, await ExecuteAsync(next, "SELECT 1", "postgres"));
    }

    [StoreFact]
    public async Task Nobody_enters_without_the_password()
    {
        await using var server = await StartAsync();
        var withoutPassword = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")) { Password = "guessed", Pooling = false };
        await using var connection = new NpgsqlConnection(withoutPassword.ConnectionString);
        var refusal = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refusal.SqlState);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder["node/password"]));
    }

    [StoreFact]
    public async Task It_is_set_up_for_replication_and_for_unicode()
    {
        await using var server = await StartAsync();
        Assert.Equal("logical", await ExecuteAsync(server, "SHOW wal_level", "postgres"));
        Assert.Equal("off", await ExecuteAsync(server, "SHOW jit", "postgres"));
        Assert.Equal("127.0.0.1", await ExecuteAsync(server, "SHOW listen_addresses", "postgres"));
        Assert.Equal("ångström жизнь", await ExecuteAsync(server, "SELECT lower('ÅNGSTRÖM ЖИЗНЬ')", "postgres"));
    }

    [StoreFact]
    public async Task A_cluster_that_was_made_only_in_part_is_made_again()
    {
        Directory.CreateDirectory(_folder["node/data.partial/base"]);
        await using var server = await StartAsync();
        Assert.Equal(1, await ExecuteAsync(server, "SELECT 1", "postgres"));
    }

    public void Dispose() => _folder.Dispose();

    private Task<PostgresServer> StartAsync() =>
        PostgresServer.StartAsync(new PostgresOptions("PostgreSQL", _folder["node"], FreePort.Next()), _folder["postgres.log"]);

    private static async Task<object?> ExecuteAsync(PostgresServer server, string sql, string database = "kept")
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
