using Npgsql;
using Personalify.Api.Data;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening.SpokenWord;

/// <summary>An entry of a ranking as it is read, of a show, an episode or a book.</summary>
internal sealed record SpokenEntry(
    int Rank, string Name, int Plays, long MsPlayed, int Items, int Number, string ShowName, string? SpotifyId);

/// <summary>Reads what a listener heard of podcasts and audiobooks: one statement for a page, whatever the history holds.</summary>
public sealed class SpokenWordStore(NpgsqlDataSource main)
{
    internal async Task<Connection<T>> GetTopAsync<T>(
        SpokenWordQuery query, SpokenKind kind, TopOrder by, PagingArguments paging, Func<SpokenEntry, T> make, Func<T, int> rankOf,
        CancellationToken cancellationToken)
    {
        var page = new KeysetPage(paging);
        var ranks = (IdCursor.Parse(paging.After, "after") ?? 0, IdCursor.Parse(paging.Before, "before") ?? int.MaxValue);
        IReadOnlyList<SpokenEntry> entries = [];
        if (!query.LetsNothingThrough)
        {
            await using var command = main.CreateCommand();
            SpokenWordSql.WritePage(command, query, kind, by, ranks, page.RowsToRead, page.IsBackward);
            entries = await ReadEntriesAsync(command, cancellationToken);
        }

        return page.Of([.. entries.Select(make)], entry => IdCursor.Of(rankOf(entry))) with
        {
            CountAsync = token => CountAsync(query, kind, token),
        };
    }

    internal async Task<SpokenWordTotals> GetTotalsAsync(SpokenWordQuery query, CancellationToken cancellationToken)
    {
        if (query.LetsNothingThrough) return SpokenWordTotals.None;
        await using var command = main.CreateCommand();
        SpokenWordSql.WriteTotals(command, query);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new SpokenWordTotals(row.GetInt32(0), row.GetInt64(1), row.GetInt32(2), row.GetInt32(3), row.GetInt32(4), row.GetInt32(5));
    }

    /// <summary>From when to when there are plays; null without any.</summary>
    internal async Task<SpokenWordCoverage?> GetCoverageAsync(int userId, ZoneClock clock, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand($"SELECT ({End("ASC")}), ({End("DESC")})");
        command.Parameters.Add(new NpgsqlParameter { Value = userId });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return row.IsDBNull(0) ? null : new SpokenWordCoverage(DayOf(row, 0, clock), DayOf(row, 1, clock));
    }

    internal async Task<Episode?> FindEpisodeAsync(long id, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            "SELECT name, show_name, spotify_id FROM other_items WHERE user_id = $1 AND id = $2 AND kind = 'EPISODE'");
        var (userId, number) = (CatalogId.ListenerOf(id), CatalogId.NumberOf(id));
        foreach (var value in new[] { userId, number }) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? EpisodeOf(userId, number, row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2))
            : null;
    }

    /// <summary>What no row names is stored as an empty text.</summary>
    internal static Episode EpisodeOf(int userId, int number, string name, string show, string? spotifyId) =>
        new(userId, number, name.Length == 0 ? null : name, show.Length == 0 ? null : show, spotifyId);

    private async ValueTask<int> CountAsync(SpokenWordQuery query, SpokenKind kind, CancellationToken cancellationToken)
    {
        if (query.LetsNothingThrough) return 0;
        await using var command = main.CreateCommand();
        SpokenWordSql.WriteCount(command, query, kind);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<IReadOnlyList<SpokenEntry>> ReadEntriesAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var entries = new List<SpokenEntry>();
        while (await row.ReadAsync(cancellationToken))
        {
            entries.Add(new SpokenEntry(
                row.GetInt32(0), row.GetString(1), row.GetInt32(2), row.GetInt64(3), row.GetInt32(4), row.GetInt32(5), row.GetString(6),
                row.IsDBNull(7) ? null : row.GetString(7)));
        }

        return entries;
    }

    private static string End(string direction) =>
        $"""
        SELECT play.ended_at FROM other_plays AS play JOIN other_items AS item ON item.user_id = play.user_id AND item.id = play.item_id
        WHERE play.user_id = $1 AND item.kind <> 'UNKNOWN' ORDER BY play.ended_at {direction} LIMIT 1
        """;

    private static DateOnly DayOf(NpgsqlDataReader row, int ordinal, ZoneClock clock) =>
        clock.DateOf(PlayTime.ToSeconds(row.GetFieldValue<DateTimeOffset>(ordinal)));
}
