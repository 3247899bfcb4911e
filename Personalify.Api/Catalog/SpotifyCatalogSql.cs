namespace Personalify.Api.Catalog;

/// <summary>
/// The statements of <see cref="SpotifyCatalog"/>. $1 are the rows as an array of JSON, $2 the time at which Spotify said so.
/// </summary>
internal static class SpotifyCatalogSql
{
    public const string KeepArtists =
        """
        INSERT INTO spotify_artists AS known (spotify_id, name, image_url, genres, popularity, fetched_at)
        SELECT spotify_id, name, image_url, genres, popularity, $2
        FROM jsonb_to_recordset($1) AS said (spotify_id text, name text, image_url text, genres text[], popularity int)
        ORDER BY spotify_id
        ON CONFLICT (spotify_id) DO UPDATE SET name = excluded.name, image_url = coalesce(excluded.image_url, known.image_url),
            genres = coalesce(excluded.genres, known.genres), popularity = coalesce(excluded.popularity, known.popularity),
            fetched_at = excluded.fetched_at
        """;

    public const string KeepAlbums =
        """
        INSERT INTO spotify_albums AS known (spotify_id, name, artist_ids, artist_names, album_type, image_url, release_date,
            release_date_precision, total_tracks, upc, fetched_at)
        SELECT spotify_id, name, artist_ids, artist_names, album_type, image_url, release_date, release_date_precision, total_tracks, upc, $2
        FROM jsonb_to_recordset($1) AS said (spotify_id text, name text, artist_ids text[], artist_names text[], album_type text,
            image_url text, release_date text, release_date_precision text, total_tracks int, upc text)
        ORDER BY spotify_id
        ON CONFLICT (spotify_id) DO UPDATE SET name = excluded.name, artist_ids = excluded.artist_ids, artist_names = excluded.artist_names,
            album_type = coalesce(excluded.album_type, known.album_type), image_url = coalesce(excluded.image_url, known.image_url),
            release_date = coalesce(excluded.release_date, known.release_date),
            release_date_precision = coalesce(excluded.release_date_precision, known.release_date_precision),
            total_tracks = coalesce(excluded.total_tracks, known.total_tracks), upc = coalesce(excluded.upc, known.upc),
            fetched_at = excluded.fetched_at
        """;

    public const string KeepTracks =
        """
        INSERT INTO spotify_tracks AS known (spotify_id, name, artist_ids, artist_names, album_id, album_name, image_url, duration_ms, isrc,
            disc_number, track_number, is_explicit, popularity, preview_url, fetched_at)
        SELECT spotify_id, name, artist_ids, artist_names, album_id, album_name, image_url, duration_ms, isrc, disc_number, track_number,
            is_explicit, popularity, preview_url, $2
        FROM jsonb_to_recordset($1) AS said (spotify_id text, name text, artist_ids text[], artist_names text[], album_id text,
            album_name text, image_url text, duration_ms int, isrc text, disc_number int, track_number int, is_explicit boolean,
            popularity int, preview_url text)
        ORDER BY spotify_id
        ON CONFLICT (spotify_id) DO UPDATE SET name = excluded.name, artist_ids = excluded.artist_ids, artist_names = excluded.artist_names,
            album_id = coalesce(excluded.album_id, known.album_id), album_name = coalesce(excluded.album_name, known.album_name),
            image_url = coalesce(excluded.image_url, known.image_url), duration_ms = coalesce(excluded.duration_ms, known.duration_ms),
            isrc = coalesce(excluded.isrc, known.isrc), disc_number = coalesce(excluded.disc_number, known.disc_number),
            track_number = coalesce(excluded.track_number, known.track_number),
            is_explicit = coalesce(excluded.is_explicit, known.is_explicit), popularity = coalesce(excluded.popularity, known.popularity),
            preview_url = coalesce(excluded.preview_url, known.preview_url), fetched_at = excluded.fetched_at
        """;
}
