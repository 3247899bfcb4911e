using Npgsql;
using Personalify.Api.Sync.History;
using Personalify.Api.Tests.Data;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.History.GivenRuns;

namespace Personalify.Api.Tests.Sync.History;

public sealed class PostgresSyncHistoryTests : SyncHistoryContractTests
{
    private TestDatabase _database = null!;
    private NpgsqlDataSource _source = null!;

    private protected override ISyncHistory History => KeepingDays(0);

    public override async Task InitializeAsync()
    {
        _database = await MigratedDatabase.CreateAsync();
        _source = NpgsqlDataSource.Create(_database.ConnectionString);
        await ExecuteAsync("INSERT INTO users (name, display_name, created_at) VALUES ('ada', 'Ada', now()), ('ben', 'Ben', now())");
    }

    public override async Task DisposeAsync()
    {
        await _source.DisposeAsync();
        await _database.DisposeAsync();
    }

    [StoreFact]
    public async Task A_listener_takes_the_history_along()
    {
        await History.AppendAsync(Run(1, 1, "Nina"), default);
        await History.SaveCurrentAsync(Current(Run(1, 1, "Nina"), Api.Spotify.TimeRange.ShortTerm), default);
        await ExecuteAsync("DELETE FROM users WHERE id = 1");
        Assert.Equal(0, await History.CountAsync(1, default));
        Assert.Empty(await History.ListCurrentAsync(1, default));
    }

    [StoreFact]
    public async Task A_store_that_is_away_is_named_and_its_address_is_not()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=secret-name;Password=secret-word");
        var history = new PostgresSyncHistory(nowhere, TimeProvider.System, new SyncHistoryOptions());
        Assert.False(await history.PingAsync(default));
        var away = await Assert.ThrowsAsync<SyncHistoryUnavailableException>(() => history.CountAsync(1, default));
        Assert.StartsWith("PostgreSQL, which keeps the sync history, does not answer.", away.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", away.Message, StringComparison.Ordinal);
    }

    private protected override ISyncHistory KeepingDays(int days) =>
        new PostgresSyncHistory(_source, TimeProvider.System, new SyncHistoryOptions { KeepDays = days });

    private async Task ExecuteAsync(string sql)
    {
        await using var command = _source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
