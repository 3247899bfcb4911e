namespace Personalify.Api.Imports;

/// <summary>
/// The statements that find the listener's artists, albums, tracks and other items for what the files name, and number those that are not
/// there yet. Nothing is written but temporary tables. $1 is the user. What is there is read whole first (AS MATERIALIZED), so that no
/// statement joins a stored table with a temporary one, which an engine that distributes the stored ones could not do.
/// Texts are ordered by their bytes (COLLATE "C"), because a database's own collation differs from server to server.
/// </summary>
internal static class CatalogStagingSql
{
    /// <summary>An artist shows the ordinally least form of the name, which is the one without marks at its start or end.</summary>
    public const string FillArtists =
        """
        INSERT INTO staged_artists
        WITH own AS MATERIALIZED (SELECT id, name, name_key FROM artists WHERE user_id = $1),
        counter AS MATERIALIZED (SELECT coalesce(max(artists), 0) AS last FROM catalog_counters WHERE user_id = $1)
        SELECT coalesce(own.id,
            (SELECT last FROM counter) + (row_number() OVER (PARTITION BY own.id IS NULL ORDER BY named.artist_key COLLATE "C"))::int),
            own.id IS NULL, own.id IS NOT NULL AND named.name < own.name COLLATE "C", named.name, named.artist_key
        FROM (SELECT artist_key, min(artist COLLATE "C") AS name FROM staged_names GROUP BY artist_key) AS named
        LEFT JOIN own ON own.name_key = named.artist_key
        """;

    public const string FillAlbums =
        """
        INSERT INTO staged_albums
        WITH own AS MATERIALIZED (SELECT id, artist_id, name, name_key FROM albums WHERE user_id = $1),
        counter AS MATERIALIZED (SELECT coalesce(max(albums), 0) AS last FROM catalog_counters WHERE user_id = $1)
        SELECT coalesce(own.id, (SELECT last FROM counter)
                + (row_number() OVER (PARTITION BY own.id IS NULL
                    ORDER BY named.artist_key COLLATE "C", named.album_key COLLATE "C"))::int),
            own.id IS NULL, own.id IS NOT NULL AND named.name < own.name COLLATE "C", artist.id, named.name, named.album_key
        FROM (
            SELECT artist_key, album_key, min(album COLLATE "C") AS name FROM staged_names WHERE album IS NOT NULL
            GROUP BY artist_key, album_key
        ) AS named
        JOIN staged_artists AS artist ON artist.name_key = named.artist_key
        LEFT JOIN own ON own.artist_id = artist.id AND own.name_key = named.album_key
        """;

    /// <summary>A track is found by its Spotify id, or without one by artist and title.</summary>
    public const string FillTracks =
        """
        INSERT INTO staged_tracks
        WITH own AS MATERIALIZED (SELECT id, spotify_id, artist_id, name_key FROM tracks WHERE user_id = $1),
        counter AS MATERIALIZED (SELECT coalesce(max(tracks), 0) AS last FROM catalog_counters WHERE user_id = $1),
        found AS (
            SELECT named.*, artist.id AS artist_id, album.id AS album_id, coalesce(by_id.id, by_names.id) AS track_id
            FROM staged_names AS named
            JOIN staged_artists AS artist ON artist.name_key = named.artist_key
            LEFT JOIN staged_albums AS album ON album.artist_id = artist.id AND album.name_key = named.album_key
            LEFT JOIN own AS by_id ON by_id.spotify_id = named.spotify_id
            LEFT JOIN own AS by_names ON by_names.spotify_id IS NULL AND named.spotify_id IS NULL
                AND by_names.artist_id = artist.id AND by_names.name_key = named.name_key
        )
        SELECT identity, coalesce(track_id, (SELECT last FROM counter) + (row_number() OVER (PARTITION BY track_id IS NULL
                ORDER BY spotify_id COLLATE "C", artist_key COLLATE "C", name_key COLLATE "C"))::int),
            track_id IS NULL, artist_id, album_id, newest, spotify_id, name, name_key, artist, artist_key, album, album_key
        FROM found
        """;

    /// <summary>
    /// Episodes and chapters are told apart by their id, or without one by show and name as they are; the newest names are shown.
    /// </summary>
    public const string FillOtherItems =
        """
        INSERT INTO staged_other_items
        WITH own AS MATERIALIZED (SELECT id, kind, spotify_id, name, show_name FROM other_items WHERE user_id = $1),
        counter AS MATERIALIZED (SELECT coalesce(max(items), 0) AS last FROM catalog_counters WHERE user_id = $1),
        named AS (
            SELECT DISTINCT ON (identity) identity, (ARRAY['EPISODE', 'CHAPTER', 'UNKNOWN'])[kind] AS kind, newest, spotify_id, name,
                artist AS show_name
            FROM staged_items
            WHERE kind <> 0
            ORDER BY identity, newest DESC, name COLLATE "C" DESC, artist COLLATE "C" DESC
        ), found AS (
            SELECT named.*, coalesce(by_id.id, by_names.id) AS item_id
            FROM named
            LEFT JOIN own AS by_id ON by_id.kind = named.kind AND by_id.spotify_id = named.spotify_id
            LEFT JOIN own AS by_names ON by_names.spotify_id IS NULL AND named.spotify_id IS NULL
                AND by_names.kind = named.kind AND by_names.show_name = named.show_name AND by_names.name = named.name
        )
        SELECT identity, coalesce(item_id, (SELECT last FROM counter) + (row_number() OVER (PARTITION BY item_id IS NULL
                ORDER BY kind, spotify_id COLLATE "C", show_name COLLATE "C", name COLLATE "C"))::int),
            item_id IS NULL, kind, newest, spotify_id, name, show_name
        FROM found
        """;
}
