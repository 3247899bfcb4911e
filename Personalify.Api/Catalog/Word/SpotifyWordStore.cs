using Npgsql;
using Personalify.Api.Imports;
using Personalify.Domain.Catalog;

namespace Personalify.Api.Catalog.Word;

/// <summary>Spotify's word from the record, one statement for any number of ids, and which of it is about a listener's entries.</summary>
public sealed class SpotifyWordStore(NpgsqlDataSource main)
{
    private const string Artists =
        "SELECT spotify_id, name, image_url, genres, popularity, fetched_at FROM spotify_artists WHERE spotify_id = ANY ($1)";

    private const string Albums =
        """
        SELECT spotify_id, name, image_url, album_type, release_date, release_date_precision, total_tracks, fetched_at
        FROM spotify_albums WHERE spotify_id = ANY ($1)
        """;

    private const string Tracks =
        """
        SELECT asked.id, said.spotify_id, said.name, said.image_url, said.duration_ms, said.isrc, album.release_date,
            album.release_date_precision, said.is_explicit, said.popularity, said.fetched_at
        FROM unnest($1::text[]) AS asked (id)
        LEFT JOIN spotify_asked AS relinked ON relinked.kind = 'TRACK' AND relinked.spotify_id = asked.id
        JOIN spotify_tracks AS said ON said.spotify_id = coalesce(relinked.returned_id, asked.id)
        LEFT JOIN spotify_albums AS album ON album.spotify_id = said.album_id
        """;

    /// <summary>An album of the listener's is the one of Spotify's that most of its tracks are on.</summary>
    private const string AlbumsOf =
        """
        SELECT DISTINCT ON (track.album_id) track.album_id, said.album_id
        FROM tracks AS track
        LEFT JOIN spotify_asked AS relinked ON relinked.kind = 'TRACK' AND relinked.spotify_id = track.spotify_id
        JOIN spotify_tracks AS said ON said.spotify_id = coalesce(relinked.returned_id, track.spotify_id)
        WHERE track.user_id = $1 AND track.album_id = ANY ($2) AND said.album_id IS NOT NULL
        GROUP BY track.album_id, said.album_id ORDER BY track.album_id, count(*) DESC, said.album_id
        """;

    /// <summary>An artist of the listener's is the one of Spotify's who has the same name and plays most of the tracks.</summary>
    private const string ArtistsOf =
        """
        SELECT DISTINCT ON (artist.id) artist.id, plays.id
        FROM artists AS artist
        JOIN tracks AS track ON track.user_id = artist.user_id AND track.artist_id = artist.id
        LEFT JOIN spotify_asked AS relinked ON relinked.kind = 'TRACK' AND relinked.spotify_id = track.spotify_id
        JOIN spotify_tracks AS said ON said.spotify_id = coalesce(relinked.returned_id, track.spotify_id)
        CROSS JOIN unnest(said.artist_ids, said.artist_names) AS plays (id, name)
        WHERE artist.user_id = $1 AND artist.id = ANY ($2) AND lower(plays.name) = lower(artist.name)
        GROUP BY artist.id, plays.id ORDER BY artist.id, count(*) DESC, plays.id
        """;

    public Task<IReadOnlyList<SpotifyArtist>> FindArtistsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ReadAsync(Artists, SpotifyWordRows.Artist, cancellationToken, (object)ids.ToArray());

    public Task<IReadOnlyList<SpotifyAlbum>> FindAlbumsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ReadAsync(Albums, SpotifyWordRows.Album, cancellationToken, (object)ids.ToArray());

    public Task<IReadOnlyList<SpotifyTrack>> FindTracksAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        ReadAsync(Tracks, SpotifyWordRows.Track, cancellationToken, (object)ids.ToArray());

    /// <summary>Spotify's ids of albums of listeners.</summary>
    public Task<IReadOnlyDictionary<long, string>> FindAlbumIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        IdsAsync(AlbumsOf, ids, cancellationToken);

    /// <summary>Spotify's ids of artists of listeners.</summary>
    public Task<IReadOnlyDictionary<long, string>> FindArtistIdsAsync(IReadOnlyCollection<long> ids, CancellationToken cancellationToken) =>
        IdsAsync(ArtistsOf, ids, cancellationToken);

    private async Task<IReadOnlyDictionary<long, string>> IdsAsync(
        string sql, IReadOnlyCollection<long> ids, CancellationToken cancellationToken)
    {
        var found = new Dictionary<long, string>();
        foreach (var listener in ids.GroupBy(CatalogId.ListenerOf, CatalogId.NumberOf))
        {
            var pairs = await ReadAsync(
                sql, row => (Number: row.GetInt32(0), Id: row.GetString(1)), cancellationToken, listener.Key, listener.ToArray());
            foreach (var (number, id) in pairs) found[CatalogId.Of(listener.Key, number)] = id;
        }

        return found;
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand(sql).With(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var found = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) found.Add(read(reader));
        return found;
    }
}
