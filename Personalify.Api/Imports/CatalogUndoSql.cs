namespace Personalify.Api.Imports;

/// <summary>
/// The statements that take back what an import said of the catalogue, after its plays are gone, in the order in which they run. $1 is the
/// user, $2 the import. What only this import named goes; everything else is called what the best of the remaining imports called it.
/// </summary>
internal static class CatalogUndoSql
{
    public const string ForgetObservations = "DELETE FROM track_observations WHERE user_id = $1 AND import_id = $2";

    /// <summary>
    /// The best remaining description of each track that this import described, by the order of <see cref="CatalogMergeSql"/>.
    /// </summary>
    public const string FindHeirs =
        """
        INSERT INTO described_tracks
        WITH said AS MATERIALIZED (
            SELECT observed.*, artist.name_key AS artist_key, album.name_key AS album_key
            FROM track_observations AS observed
            JOIN artists AS artist ON artist.user_id = observed.user_id AND artist.id = observed.artist_id
            LEFT JOIN albums AS album ON album.user_id = observed.user_id AND album.id = observed.album_id
            WHERE observed.user_id = $1
        ), orphaned AS MATERIALIZED (
            SELECT id, artist_id, album_id FROM tracks WHERE user_id = $1 AND import_id = $2
        )
        SELECT DISTINCT ON (said.track_id) said.track_id, true, said.named_at, said.artist_id, said.album_id, said.name, said.name_key,
            said.artist_name,
            said.album_name, said.artist_id <> orphaned.artist_id OR said.album_id IS DISTINCT FROM orphaned.album_id, said.import_id
        FROM said
        JOIN orphaned ON orphaned.id = said.track_id
        ORDER BY said.track_id, said.named_at > '-infinity' DESC, said.album_id IS NOT NULL DESC, said.named_at DESC,
            said.name COLLATE "C" DESC, said.artist_key COLLATE "C" DESC, coalesce(said.album_key, '') COLLATE "C" DESC, said.import_id
        """;

    public const string Describe =
        $"""
        WITH heir AS MATERIALIZED (SELECT * FROM described_tracks),
        promoted AS (
            DELETE FROM track_observations AS observed
            USING heir
            WHERE observed.user_id = $1 AND observed.track_id = heir.track_id AND observed.import_id = heir.import_id
        )
        UPDATE tracks SET artist_id = heir.artist_id, album_id = heir.album_id, name = heir.name, name_key = heir.name_key,
            artist_name = heir.artist, album_name = heir.album, import_id = heir.import_id, named_at = heir.newest,
            name_source = CASE WHEN heir.import_id = {CatalogMergeSql.PolledImport} THEN 'SPOTIFY' ELSE 'EXPORT' END
        FROM heir
        WHERE tracks.user_id = $1 AND tracks.id = heir.track_id
        """;

    public const string DeleteTracks = "DELETE FROM tracks WHERE user_id = $1 AND import_id = $2 RETURNING id";

    public const string DeleteAlbums =
        """
        WITH gone AS MATERIALIZED (
            SELECT id FROM albums WHERE user_id = $1
            EXCEPT SELECT album_id FROM tracks WHERE user_id = $1
            EXCEPT SELECT album_id FROM track_observations WHERE user_id = $1
        )
        DELETE FROM albums USING gone WHERE albums.user_id = $1 AND albums.id = gone.id RETURNING albums.id
        """;

    public const string DeleteArtists =
        """
        WITH gone AS MATERIALIZED (
            SELECT id FROM artists WHERE user_id = $1
            EXCEPT SELECT artist_id FROM tracks WHERE user_id = $1
            EXCEPT SELECT artist_id FROM track_observations WHERE user_id = $1
            EXCEPT SELECT artist_id FROM albums WHERE user_id = $1
        )
        DELETE FROM artists USING gone WHERE artists.user_id = $1 AND artists.id = gone.id RETURNING artists.id
        """;

    /// <summary>The least of the forms in which what remains writes a name, and whether only Spotify is left to write it.</summary>
    public const string RenameArtists =
        $"""
        WITH said AS MATERIALIZED (
            SELECT artist_id, min(artist_name COLLATE "C") AS name, {NameSource} AS name_source
            FROM (SELECT artist_id, artist_name, import_id FROM tracks WHERE user_id = $1
                UNION ALL SELECT artist_id, artist_name, import_id FROM track_observations WHERE user_id = $1) AS form
            GROUP BY artist_id
        )
        UPDATE artists SET name = said.name, name_source = said.name_source FROM said
        WHERE artists.user_id = $1 AND artists.id = said.artist_id
            AND (artists.name <> said.name OR artists.name_source <> said.name_source)
        RETURNING artists.id
        """;

    public const string RenameAlbums =
        $"""
        WITH said AS MATERIALIZED (
            SELECT album_id, min(album_name COLLATE "C") AS name, {NameSource} AS name_source
            FROM (SELECT album_id, album_name, import_id FROM tracks WHERE user_id = $1
                UNION ALL SELECT album_id, album_name, import_id FROM track_observations WHERE user_id = $1) AS form
            GROUP BY album_id
        )
        UPDATE albums SET name = said.name, name_source = said.name_source FROM said
        WHERE albums.user_id = $1 AND albums.id = said.album_id AND (albums.name <> said.name OR albums.name_source <> said.name_source)
        RETURNING albums.id
        """;

    public const string ForgetOtherObservations = "DELETE FROM other_item_observations WHERE user_id = $1 AND import_id = $2";

    public const string DescribeOtherItems =
        """
        WITH heir AS MATERIALIZED (
            SELECT DISTINCT ON (observed.item_id) observed.*
            FROM other_item_observations AS observed
            JOIN other_items AS item ON item.user_id = observed.user_id AND item.id = observed.item_id AND item.import_id = $2
            WHERE observed.user_id = $1
            ORDER BY observed.item_id, observed.named_at DESC, observed.name COLLATE "C" DESC, observed.show_name COLLATE "C" DESC,
                observed.import_id
        ), promoted AS (
            DELETE FROM other_item_observations AS observed
            USING heir
            WHERE observed.user_id = $1 AND observed.item_id = heir.item_id AND observed.import_id = heir.import_id
        )
        UPDATE other_items SET name = heir.name, show_name = heir.show_name, named_at = heir.named_at, import_id = heir.import_id
        FROM heir
        WHERE other_items.user_id = $1 AND other_items.id = heir.item_id
        """;

    public const string DeleteOtherItems = "DELETE FROM other_items WHERE user_id = $1 AND import_id = $2";

    /// <summary>Who gives a name that several imports write.</summary>
    private const string NameSource = $"CASE WHEN bool_and(import_id = {CatalogMergeSql.PolledImport}) THEN 'SPOTIFY' ELSE 'EXPORT' END";
}
