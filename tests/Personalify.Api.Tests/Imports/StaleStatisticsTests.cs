using System.Globalization;
using Npgsql;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>
/// Statistics of a database that held next to nothing when they were taken: what an import or undo reads stays in proportion to its rows,
/// whatever the planner believes, the look-ups of references included.
/// </summary>
public sealed class StaleStatisticsTests
{
    private const int Plays = 6_000;
    private const int Tracks = 1_500;
    private const int ReadsAllowedPerPlay = 60;

    /// <summary>Rows that were read of tables or found in indexes, by every connection that has ended.</summary>
    private const string Reads =
        """
        SELECT (SELECT coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) FROM pg_stat_user_tables)::bigint
            + (SELECT coalesce(sum(idx_tup_read), 0) FROM pg_stat_user_indexes)::bigint
        """;

    private const string OthersAtWork =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";

    [StoreFact]
    public async Task An_import_and_its_undo_read_in_proportion_to_their_rows_when_one_track_was_there_at_the_last_analysis()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended([.. Enumerable.Range(0, Plays).Select(At)]));
        await home.ExecuteAsync("ANALYZE");
        var before = await ReadsAsync(home);

        await home.ImportAsync(GivenFile.Extended([.. Enumerable.Range(Plays, Plays).Select(Varied)]));
        var imported = await ReadsAsync(home);
        await home.UndoAsync(2);
        var undone = await ReadsAsync(home);

        Assert.InRange(imported - before, Plays, ReadsAllowedPerPlay * Plays);
        Assert.InRange(undone - imported, Plays, ReadsAllowedPerPlay * Plays);
    }

    private static GivenRow Varied(int number) =>
        At(number) with { Track = $"Song {number % Tracks}", Artist = $"Singer {number % 90}", Album = $"Record {number % 300}" };

    private static GivenRow At(int number) =>
        new(new DateTime(2020, 1, 1).AddMinutes(number).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));

    private static async Task<long> ReadsAsync(ImportHome home)
    {
        home.Get<NpgsqlDataSource>().Clear();
        await Eventually.IsTrueAsync(async () => await home.ReadAsync<long>(OthersAtWork) == 0, "all other connections have ended");
        return await home.ReadAsync<long>(Reads);
    }
}
