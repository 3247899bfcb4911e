using Npgsql;

namespace Personalify.Api.Catalog;

/// <summary>Finds what a user has listened to by its name: among the listener's own names, and then the rows of what was found.</summary>
public sealed class SearchStore(NpgsqlDataSource source, SearchIndex index)
{
    public async Task<SearchResult> FindAsync(int userId, string text, int first, CancellationToken cancellationToken)
    {
        var (history, key) = await index.OpenAsync(userId, text, cancellationToken);
        await using var batch = source.CreateBatch();
        batch.BatchCommands.Add(Command(userId, "artists", CatalogRows.ArtistColumns, history.Artists.Find(key, first)));
        batch.BatchCommands.Add(Command(userId, "albums", CatalogRows.AlbumColumns, history.Albums.Find(key, first)));
        batch.BatchCommands.Add(Command(userId, "tracks", CatalogRows.TrackColumns, history.Tracks.Find(key, first)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        return new SearchResult(
            await ReadAsync(reader, CatalogRows.Artist, cancellationToken),
            await ReadAsync(reader, CatalogRows.Album, cancellationToken),
            await ReadAsync(reader, CatalogRows.Track, cancellationToken));
    }

    private static NpgsqlBatchCommand Command(int userId, string table, string columns, int[] found) => new(
        $"""
        SELECT {columns}
        FROM unnest($1) WITH ORDINALITY AS found (id, place) JOIN {table} AS item ON item.user_id = $2 AND item.id = found.id
        ORDER BY found.place
        """)
    {
        Parameters = { new() { Value = found }, new() { Value = userId } },
    };

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(
        NpgsqlDataReader reader, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken)
    {
        List<T> items = [];
        while (await reader.ReadAsync(cancellationToken)) items.Add(read(reader));
        await reader.NextResultAsync(cancellationToken);
        return items;
    }
}
