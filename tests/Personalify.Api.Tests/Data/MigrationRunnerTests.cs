using Npgsql;
using Personalify.Api.Data;
using Personalify.Testing;

namespace Personalify.Api.Tests.Data;

public sealed class MigrationRunnerTests : IAsyncLifetime
{
    private static readonly Migration First = new(1, "0001_first", "CREATE TABLE first (id int);");
    private static readonly Migration Broken = new(2, "0002_broken", "CREATE TABLE second (id int); INSERT INTO nowhere VALUES (1);");

    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
    }

    public async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [StoreFact]
    public async Task Every_migration_is_applied_once_and_a_second_run_finds_nothing_to_do()
    {
        var files = Migration.ReadAll(typeof(Migration).Assembly);
        Assert.Equal(files, await RunAsync(files));
        Assert.Empty(await RunAsync(files));
        Assert.Equal(files.Count, await CountAsync("SELECT count(*) FROM migrations"));
    }

    [StoreFact]
    public async Task Processes_that_start_together_apply_each_migration_once_between_them()
    {
        var files = Migration.ReadAll(typeof(Migration).Assembly);
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync(files)));
        Assert.Equal(files, runs.SelectMany(applied => applied));
    }

    [StoreFact]
    public async Task A_migration_that_fails_leaves_nothing_and_those_before_it_stand()
    {
        var failure = await Assert.ThrowsAsync<MigrationException>(() => RunAsync([First, Broken]));
        Assert.Contains("0002_broken failed and was rolled back", failure.Message, StringComparison.Ordinal);
        Assert.Contains("\"nowhere\" does not exist", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM migrations"));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM pg_class WHERE relname IN ('first', 'second')"));
    }

    [StoreFact]
    public async Task A_refused_run_changes_nothing()
    {
        await RunAsync([First]);
        await Assert.ThrowsAsync<MigrationException>(() => RunAsync([First with { Sql = "DROP TABLE first;" }, Broken]));
        Assert.Equal(1, await CountAsync("SELECT count(*) FROM pg_class WHERE relname = 'first'"));
    }

    private Task<IReadOnlyList<Migration>> RunAsync(IReadOnlyList<Migration> files) =>
        MigratedDatabase.RunnerOn(_source, files).RunAsync(CancellationToken.None);

    private async Task<long> CountAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
