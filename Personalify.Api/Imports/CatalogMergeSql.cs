namespace Personalify.Api.Imports;

/// <summary>
/// The statements of <see cref="CatalogMerge"/>, which write what <see cref="CatalogStagingSql"/> found. $1 is the user, $2 the import.
/// A track's row holds the best description of all the listener's imports and observations hold the others, so that the order of imports
/// makes no difference and undoing any of them falls back on the rest.
/// </summary>
internal static class CatalogMergeSql
{
    /// <summary>The import to which everything belongs that Spotify told of the listener's plays; null where there is none.</summary>
    public const string PolledImport = "(SELECT id FROM imports WHERE user_id = $1 AND kind = 'SPOTIFY')";

    public const string InsertArtists =
        $"""
        INSERT INTO artists (user_id, id, name, name_key, name_source)
        SELECT $1, id, name, name_key, {NameSource} FROM staged_artists WHERE is_new ORDER BY id
        """;

    public const string InsertAlbums =
        $"""
        INSERT INTO albums (user_id, id, artist_id, name, name_key, name_source)
        SELECT $1, id, artist_id, name, name_key, {NameSource} FROM staged_albums WHERE is_new ORDER BY id
        """;

    public const string InsertTracks =
        $"""
        INSERT INTO tracks (user_id, id, spotify_id, artist_id, album_id, name, name_key, artist_name, album_name, import_id, named_at,
            name_source)
        SELECT $1, track_id, spotify_id, artist_id, album_id, name, name_key, artist, album, $2, newest, {NameSource}
        FROM staged_tracks
        WHERE is_new
        ORDER BY track_id
        """;

    public const string InsertOtherItems =
        """
        INSERT INTO other_items (user_id, id, kind, spotify_id, name, show_name, import_id, named_at)
        SELECT $1, item_id, kind, spotify_id, name, show_name, $2, newest FROM staged_other_items WHERE is_new ORDER BY item_id
        """;

    public const string AdvanceCounters =
        """
        INSERT INTO catalog_counters (user_id, artists, albums, tracks, items)
        SELECT $1, (SELECT coalesce(max(id), 0) FROM staged_artists), (SELECT coalesce(max(id), 0) FROM staged_albums),
            (SELECT coalesce(max(track_id), 0) FROM staged_tracks), (SELECT coalesce(max(item_id), 0) FROM staged_other_items)
        ON CONFLICT (user_id) DO UPDATE SET artists = greatest(catalog_counters.artists, excluded.artists),
            albums = greatest(catalog_counters.albums, excluded.albums), tracks = greatest(catalog_counters.tracks, excluded.tracks),
            items = greatest(catalog_counters.items, excluded.items)
        """;

    public const string AnyKnown =
        "SELECT EXISTS (SELECT FROM staged_tracks WHERE NOT is_new) OR EXISTS (SELECT FROM staged_other_items WHERE NOT is_new)";

    /// <summary>The descriptions of tracks that are there already, and whether they are better than what the row says.</summary>
    public const string CompareTracks =
        $"""
        INSERT INTO described_tracks
        WITH own AS MATERIALIZED (
            SELECT track.id, track.name, track.named_at, track.artist_id, track.album_id, artist.name_key AS artist_key,
                album.name_key AS album_key
            FROM tracks AS track
            JOIN artists AS artist ON artist.user_id = track.user_id AND artist.id = track.artist_id
            LEFT JOIN albums AS album ON album.user_id = track.user_id AND album.id = track.album_id
            WHERE track.user_id = $1
        )
        SELECT staged.track_id, {Better}, staged.newest, staged.artist_id, staged.album_id, staged.name, staged.name_key, staged.artist,
            staged.album, staged.artist_id <> own.artist_id OR staged.album_id IS DISTINCT FROM own.album_id
        FROM staged_tracks AS staged
        JOIN own ON own.id = staged.track_id
        WHERE NOT staged.is_new
        """;

    /// <summary>
    /// The order of <see cref="Staging.StagingTables.FillNames"/>; names that may be another listener's, or that
    /// Spotify told and no file (-infinity), come last of all.
    /// </summary>
    private const string Better =
        """
        (staged.newest > '-infinity', staged.album IS NOT NULL, staged.newest, staged.name COLLATE "C", staged.artist_key COLLATE "C",
            coalesce(staged.album_key, '') COLLATE "C")
            > (own.named_at > '-infinity', own.album_id IS NOT NULL, own.named_at, own.name COLLATE "C", own.artist_key COLLATE "C",
                coalesce(own.album_key, '') COLLATE "C")
        """;

    public const string KeepWhatIsReplaced =
        """
        WITH better AS MATERIALIZED (SELECT track_id FROM described_tracks WHERE is_better)
        INSERT INTO track_observations (user_id, track_id, import_id, artist_id, album_id, name, name_key, artist_name, album_name,
            named_at)
        SELECT track.user_id, track.id, track.import_id, track.artist_id, track.album_id, track.name, track.name_key, track.artist_name,
            track.album_name, track.named_at
        FROM tracks AS track
        JOIN better ON better.track_id = track.id
        WHERE track.user_id = $1
        """;

    public const string ObserveTracks =
        """
        INSERT INTO track_observations (user_id, track_id, import_id, artist_id, album_id, name, name_key, artist_name, album_name,
            named_at)
        SELECT $1, track_id, $2, artist_id, album_id, name, name_key, artist, album, newest FROM described_tracks WHERE NOT is_better
        """;

    public const string DescribeTracks =
        $"""
        WITH better AS MATERIALIZED (SELECT * FROM described_tracks WHERE is_better)
        UPDATE tracks SET artist_id = better.artist_id, album_id = better.album_id, name = better.name, name_key = better.name_key,
            artist_name = better.artist, album_name = better.album, import_id = $2, named_at = better.newest, name_source = {NameSource}
        FROM better
        WHERE tracks.user_id = $1 AND tracks.id = better.track_id
        """;

    /// <summary>Where a track moved to another artist or album, the months still name the former one.</summary>
    public const string TouchMonthsOfMoved =
        """
        WITH moved AS MATERIALIZED (SELECT track_id FROM described_tracks WHERE is_better AND moves)
        INSERT INTO touched_months
        SELECT DISTINCT date_trunc('month', play.ended_at AT TIME ZONE 'UTC')::date
        FROM plays AS play
        JOIN moved ON moved.track_id = play.track_id
        WHERE play.user_id = $1
        """;

    public const string RenameArtists =
        """
        WITH better AS MATERIALIZED (SELECT id, name FROM staged_artists WHERE has_better_name)
        UPDATE artists SET name = better.name FROM better WHERE artists.user_id = $1 AND artists.id = better.id
        """;

    public const string RenameAlbums =
        """
        WITH better AS MATERIALIZED (SELECT id, name FROM staged_albums WHERE has_better_name)
        UPDATE albums SET name = better.name FROM better WHERE albums.user_id = $1 AND albums.id = better.id
        """;

    /// <summary>What only Spotify named is an export's from the first one on that names it, also where the name stays.</summary>
    public const string ClaimArtists =
        $"""
        WITH named AS MATERIALIZED (SELECT id FROM staged_artists WHERE NOT is_new)
        UPDATE artists SET name_source = {NameSource} FROM named
        WHERE artists.user_id = $1 AND artists.id = named.id AND artists.name_source = 'SPOTIFY' AND {NameSource} = 'EXPORT'
        RETURNING artists.id
        """;

    public const string ClaimAlbums =
        $"""
        WITH named AS MATERIALIZED (SELECT id FROM staged_albums WHERE NOT is_new)
        UPDATE albums SET name_source = {NameSource} FROM named
        WHERE albums.user_id = $1 AND albums.id = named.id AND albums.name_source = 'SPOTIFY' AND {NameSource} = 'EXPORT'
        RETURNING albums.id
        """;

    /// <summary>The same for what is no music, in one statement: both parts see the rows as they were.</summary>
    public const string DescribeOtherItems =
        """
        WITH staged AS MATERIALIZED (SELECT * FROM staged_other_items WHERE NOT is_new),
        compared AS MATERIALIZED (
            SELECT staged.item_id, staged.name, staged.show_name, staged.newest, item.name AS had_name, item.show_name AS had_show_name,
                item.named_at AS had_named_at, item.import_id AS had_import_id,
                (staged.newest, staged.name COLLATE "C", staged.show_name COLLATE "C")
                    > (item.named_at, item.name COLLATE "C", item.show_name COLLATE "C") AS is_better
            FROM staged
            JOIN other_items AS item ON item.user_id = $1 AND item.id = staged.item_id
        ), described AS (
            UPDATE other_items SET name = compared.name, show_name = compared.show_name, named_at = compared.newest, import_id = $2
            FROM compared
            WHERE compared.is_better AND other_items.user_id = $1 AND other_items.id = compared.item_id
        )
        INSERT INTO other_item_observations (user_id, item_id, import_id, name, show_name, named_at)
        SELECT $1, item_id, CASE WHEN is_better THEN had_import_id ELSE $2 END, CASE WHEN is_better THEN had_name ELSE name END,
            CASE WHEN is_better THEN had_show_name ELSE show_name END, CASE WHEN is_better THEN had_named_at ELSE newest END
        FROM compared
        """;

    /// <summary>Entries that the cache holds under former names.</summary>
    public const string RenamedArtists = "SELECT id FROM staged_artists WHERE has_better_name";

    public const string RenamedAlbums = "SELECT id FROM staged_albums WHERE has_better_name";

    public const string RenamedTracks = "SELECT track_id FROM described_tracks WHERE is_better";

    /// <summary>Who gives the names that this import brings.</summary>
    private const string NameSource = $"CASE WHEN $2 = {PolledImport} THEN 'SPOTIFY' ELSE 'EXPORT' END";
}
