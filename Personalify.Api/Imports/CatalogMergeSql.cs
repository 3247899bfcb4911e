namespace Personalify.Api.Imports;

/// <summary>
/// The statements of <see cref="CatalogMerge"/>. Texts are ordered and compared by their bytes (COLLATE "C"), because a database's own
/// collation may differ from server to server and calls different texts equal in order.
/// </summary>
internal static class CatalogMergeSql
{
    /// <summary>Of all descriptions, not only of the newest: so the catalogue does not depend on the order of imports.</summary>
    public const string InsertArtists =
        """
        INSERT INTO artists (name, name_key)
        SELECT min(artist COLLATE "C"), artist_key
        FROM staged_items AS staged
        WHERE kind = 0 AND NOT EXISTS (SELECT FROM artists AS artist WHERE artist.name_key = staged.artist_key)
        GROUP BY artist_key
        ORDER BY artist_key COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    public const string InsertAlbums =
        """
        INSERT INTO albums (artist_id, name, name_key)
        SELECT artist.id, min(staged.album COLLATE "C"), staged.album_key
        FROM staged_items AS staged
        JOIN artists AS artist ON artist.name_key = staged.artist_key
        WHERE staged.kind = 0 AND staged.album IS NOT NULL
            AND NOT EXISTS (SELECT FROM albums AS album WHERE album.artist_id = artist.id AND album.name_key = staged.album_key)
        GROUP BY artist.id, staged.album_key
        ORDER BY artist.id, staged.album_key COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    public const string InsertTracks =
        """
        INSERT INTO tracks (spotify_id, artist_id, album_id, name, name_key, named_at)
        SELECT staged.spotify_id, artist.id, album.id, staged.name, staged.name_key, staged.newest
        FROM staged_tracks AS staged
        JOIN artists AS artist ON artist.name_key = staged.artist_key
        LEFT JOIN albums AS album ON album.artist_id = artist.id AND album.name_key = staged.album_key
        WHERE NOT EXISTS (SELECT FROM tracks AS track WHERE track.spotify_id = staged.spotify_id)
            AND (staged.spotify_id IS NOT NULL OR NOT EXISTS (
                SELECT FROM tracks AS track WHERE track.artist_id = artist.id AND track.name_key = staged.name_key AND track.spotify_id IS NULL))
        ORDER BY staged.spotify_id COLLATE "C", artist.id, staged.name_key COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Tracks that are still called the same: only the time from which their names are known moves on.</summary>
    public static readonly (string Lock, string Update) AdvanceTracks = (
        $"SELECT track.id {SameNames} ORDER BY track.id FOR NO KEY UPDATE OF track",
        $"UPDATE tracks SET named_at = greatest(tracks.named_at, later.newest) FROM (SELECT track.id, staged.newest {SameNames}) AS later WHERE tracks.id = later.id");

    public const string AnyRenamed =
        $"SELECT EXISTS (SELECT {BetterNames}) OR EXISTS (SELECT {BetterArtists}) OR EXISTS (SELECT {BetterAlbums})";

    public const string RenameTracks =
        $"""
        UPDATE tracks SET name = better.name, name_key = better.name_key, artist_id = better.artist_id, album_id = better.album_id, named_at = better.newest
        FROM (SELECT track.id, staged.name, staged.name_key, artist.id AS artist_id, album.id AS album_id, staged.newest {BetterNames}) AS better
        WHERE tracks.id = better.id
        RETURNING tracks.id
        """;

    /// <summary>Artists and albums show the ordinally least form of their name, which is the one without marks at its start or end.</summary>
    public const string RenameArtists =
        $"UPDATE artists SET name = better.name FROM (SELECT artist.id, staged.name {BetterArtists}) AS better WHERE artists.id = better.id RETURNING artists.id";

    public const string RenameAlbums =
        $"UPDATE albums SET name = better.name FROM (SELECT album.id, staged.name {BetterAlbums}) AS better WHERE albums.id = better.id RETURNING albums.id";

    public const string InsertOtherItems =
        """
        INSERT INTO other_items (kind, spotify_id, name, show_name, named_at)
        SELECT kind, spotify_id, name, artist, newest
        FROM (
            SELECT DISTINCT ON (identity) (ARRAY['EPISODE', 'CHAPTER', 'UNKNOWN'])[kind] AS kind, spotify_id, name, artist, newest
            FROM staged_items
            WHERE kind <> 0
            ORDER BY identity, newest DESC, name COLLATE "C" DESC, artist COLLATE "C" DESC
        ) AS staged
        ORDER BY kind, spotify_id COLLATE "C", artist COLLATE "C", name COLLATE "C"
        ON CONFLICT DO NOTHING
        """;

    public static readonly (string Lock, string Update) RenameOtherItems = (
        $"SELECT item.id {NewerOthers} ORDER BY item.id FOR NO KEY UPDATE OF item",
        $"""
        UPDATE other_items SET name = newer.name, show_name = newer.artist, named_at = newer.newest
        FROM (SELECT DISTINCT ON (item.id) item.id, staged.name, staged.artist, staged.newest {NewerOthers}
            ORDER BY item.id, staged.newest DESC, staged.name COLLATE "C" DESC, staged.artist COLLATE "C" DESC) AS newer
        WHERE other_items.id = newer.id
        """);

    private const string SameNames =
        """
        FROM staged_tracks AS staged
        JOIN tracks AS track ON track.id = staged.track_id
        JOIN artists AS artist ON artist.id = track.artist_id
        LEFT JOIN albums AS album ON album.id = track.album_id
        WHERE track.named_at < staged.newest AND track.name = staged.name AND artist.name_key = staged.artist_key
            AND album.name_key IS NOT DISTINCT FROM staged.album_key
        """;

    /// <summary>The order of <see cref="Staging.StagingTables.FillTracks"/>, against what the catalogue has.</summary>
    private const string BetterNames =
        """
        FROM staged_tracks AS staged
        JOIN tracks AS track ON track.id = staged.track_id
        JOIN artists AS had_artist ON had_artist.id = track.artist_id
        LEFT JOIN albums AS had_album ON had_album.id = track.album_id
        JOIN artists AS artist ON artist.name_key = staged.artist_key
        LEFT JOIN albums AS album ON album.artist_id = artist.id AND album.name_key = staged.album_key
        WHERE (staged.album IS NOT NULL, staged.newest, staged.name COLLATE "C", staged.artist_key COLLATE "C", coalesce(staged.album_key, '') COLLATE "C")
                > (track.album_id IS NOT NULL, track.named_at, track.name COLLATE "C", had_artist.name_key COLLATE "C", coalesce(had_album.name_key, '') COLLATE "C")
            AND (track.name <> staged.name OR track.artist_id <> artist.id OR track.album_id IS DISTINCT FROM album.id)
        """;

    private const string BetterArtists =
        """
        FROM (SELECT artist_key, min(artist COLLATE "C") AS name FROM staged_items WHERE kind = 0 GROUP BY artist_key) AS staged
        JOIN artists AS artist ON artist.name_key = staged.artist_key
        WHERE staged.name < artist.name COLLATE "C"
        """;

    private const string BetterAlbums =
        """
        FROM (SELECT artist_key, album_key, min(album COLLATE "C") AS name FROM staged_items WHERE kind = 0 GROUP BY artist_key, album_key) AS staged
        JOIN artists AS artist ON artist.name_key = staged.artist_key
        JOIN albums AS album ON album.artist_id = artist.id AND album.name_key = staged.album_key
        WHERE staged.name < album.name COLLATE "C"
        """;

    private const string NewerOthers =
        """
        FROM staged_items AS staged
        JOIN other_items AS item ON item.kind = (ARRAY['EPISODE', 'CHAPTER', 'UNKNOWN'])[staged.kind] AND item.spotify_id = staged.spotify_id
        WHERE staged.kind <> 0
            AND (staged.newest, staged.name COLLATE "C", staged.artist COLLATE "C") > (item.named_at, item.name COLLATE "C", item.show_name COLLATE "C")
        """;
}
