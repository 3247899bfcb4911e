using Npgsql;
using Personalify.Api.Listening;
using Personalify.Domain.Listening;

namespace Personalify.Api.Catalog;

/// <summary>
/// Finds what a user has listened to by its name. First the user's own items, longest listened to first, from the packed months; then
/// one round trip that looks at the names of just these. So a search costs what the history is worth, however big the catalogue is.
/// </summary>
public sealed class SearchStore(NpgsqlDataSource source, ListeningStore listening)
{
    private static readonly ZoneClock AnyClock = ZoneClock.Of(TimeZoneInfo.Utc); // all days are asked for, so where they begin does not matter
    private static readonly ListeningQuestion EverythingHeard =
        new(default, PlayDefinition.Any, ListeningParts.None, [.. Enum.GetValues<TopKind>().Select(kind => new TopQuestion(kind, TopOrder.Time, int.MaxValue))]);

    public async Task<SearchResult> FindAsync(int userId, string text, int first, CancellationToken cancellationToken)
    {
        var heard = await listening.SumAsync(userId, AnyClock, EverythingHeard, cancellationToken);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(userId, "artists", CatalogRows.ArtistColumns, heard, TopKind.Artists, text, first));
        batch.BatchCommands.Add(Command(userId, "albums", CatalogRows.AlbumColumns, heard, TopKind.Albums, text, first));
        batch.BatchCommands.Add(Command(userId, "tracks", CatalogRows.TrackColumns, heard, TopKind.Tracks, text, first));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return new SearchResult(
            await ReadAsync(reader, CatalogRows.Artist, cancellationToken),
            await ReadAsync(reader, CatalogRows.Album, cancellationToken),
            await ReadAsync(reader, CatalogRows.Track, cancellationToken));
    }

    private static NpgsqlBatchCommand Command(
        int userId, string table, string columns, ListeningSums heard, TopKind kind, string text, int first)
    {
        int[] own = [.. heard.Top(kind, TopOrder.Time, int.MaxValue).Select(entry => entry.Id)];
        return new NpgsqlBatchCommand(
            $"""
            SELECT {columns}
            FROM unnest($1) WITH ORDINALITY AS own (id, place) JOIN {table} AS item ON item.user_id = $4 AND item.id = own.id
            WHERE item.search_key LIKE search_pattern($2)
            ORDER BY search_rank(item.search_key, search_key($2)), own.place
            LIMIT $3
            """)
        {
            Parameters = { new() { Value = own }, new() { Value = text }, new() { Value = first }, new() { Value = userId } },
        };
    }

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> items = [];
        while (await reader.ReadAsync(cancellationToken)) items.Add(read(reader));
        await reader.NextResultAsync(cancellationToken);
        return items;
    }
}
