using System.Globalization;
using Npgsql;
using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Api.Imports;
using Personalify.Api.Tests.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access;

/// <summary>A deletion beside imports at work, and how much it reads.</summary>
public sealed class AccountDeletionStoreTests
{
    private const int Plays = 6_000;
    private const int ReadsAllowedPerPlay = 100;

    /// <summary>Rows that were read of tables or found in indexes, by every connection that has ended.</summary>
    private const string Reads =
        """
        SELECT (SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) FROM pg_stat_user_tables)::bigint
            + (SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes)::bigint
        """;

    private const string OthersAtWork =
        """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()
        """;

    [StoreFact]
    public async Task It_reads_in_proportion_to_the_accounts_rows_whatever_the_statistics_and_other_accounts_say()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended([.. Enumerable.Range(0, Plays).Select(At)]));
        await home.ExecuteAsync("ANALYZE");
        await home.ImportAsync(GivenFile.Extended([.. Enumerable.Range(Plays, Plays).Select(Varied)]));
        await home.ImportAsync(GivenFile.Extended([.. Enumerable.Range(Plays, Plays).Select(Varied)]));
        await home.ImportAsync(ImportHome.Bob, preview: false, GivenFile.Extended([.. Enumerable.Range(0, Plays).Select(Varied)]));
        var before = await ReadsAsync(home);

        Assert.True(await StoreOf(home).DeleteAsync(ImportHome.Ada, CancellationToken.None));

        Assert.InRange(await ReadsAsync(home) - before, Plays, ReadsAllowedPerPlay * 2 * Plays);
        Assert.Equal((0L, Plays), (await CountAsync(home, ImportHome.Ada), (int)await CountAsync(home, ImportHome.Bob)));
    }

    [StoreTheory]
    [InlineData("LOCK TABLE plays IN SHARE MODE")]
    [InlineData("LOCK TABLE plays IN ACCESS EXCLUSIVE MODE")]
    public async Task An_import_at_work_in_another_process_is_cancelled_and_leaves_nothing(string obstacle)
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-01-01T10:00:00Z")));
        await using var blocker = await home.Get<NpgsqlDataSource>().OpenConnectionAsync();
        await using var held = await blocker.BeginTransactionAsync();
        await ExecuteAsync(blocker, obstacle);
        await using var server = ApiProcess.Serve(home);
        var id = await QueuedImport.AddAsync(
            home, ImportHome.Ada, GivenFile.Extended([.. Enumerable.Range(0, Plays).Select(Varied)]), preview: false);
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM imports WHERE status <> 'QUEUED' AND number = 2") == 1, "it runs");

        var deletion = StoreOf(home).DeleteAsync(ImportHome.Ada, CancellationToken.None);
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>("SELECT count(*) FROM imports WHERE status IN ('QUEUED', 'RUNNING')") == 0,
            "the import has no row any more");
        await held.RollbackAsync();

        Assert.True(await deletion);
        await Eventually.IsTrueAsync(
            async () => await home.ReadAsync<long>(
                $"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = {0x696D706F}") == 0,
            "no import is at work");
        Assert.Equal("", await home.DumpPlaysAsync());
        Assert.False(home.Get<UploadFolder>().Exists(id));
    }

    [StoreFact]
    public async Task Of_two_administrators_who_leave_at_once_one_stays_while_there_are_listeners()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ExecuteAsync("UPDATE users SET role = 'ADMINISTRATOR'");
        await home.ExecuteAsync("INSERT INTO users (name, display_name, created_at) VALUES ('cleo', 'Cleo', now())");

        var deleted = await Task.WhenAll(
            StoreOf(home).DeleteAsync(ImportHome.Ada, CancellationToken.None),
            StoreOf(home).DeleteAsync(ImportHome.Bob, CancellationToken.None));

        Assert.Equal([false, true], deleted.Order());
        Assert.Equal(1L, await home.ReadAsync<long>("SELECT count(*) FROM users WHERE role = 'ADMINISTRATOR'"));
    }

    private static AccountDeletionStore StoreOf(ImportHome home) =>
        new(home.Get<ImportConnections>(), home.Get<UploadFolder>(), home.Get<CatalogCache>());

    private static Task<long> CountAsync(ImportHome home, int userId) =>
        home.ReadAsync<long>($"SELECT count(*) FROM plays WHERE user_id = {userId}");

    private static GivenRow Varied(int number) =>
        At(number) with { Track = $"Song {number % 1_500}", Artist = $"Singer {number % 90}", Album = $"Record {number % 300}" };

    private static GivenRow At(int number) =>
        new(new DateTime(2020, 1, 1).AddMinutes(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static async Task<long> ReadsAsync(ImportHome home)
    {
        home.Get<NpgsqlDataSource>().Clear();
        await Eventually.IsTrueAsync(async () => await home.ReadAsync<long>(OthersAtWork) == 0, "all other connections have ended");
        return await home.ReadAsync<long>(Reads);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
