namespace Personalify.Api.Library;

/// <summary>The statements of <see cref="PlaylistStore"/>. $1 is the listener.</summary>
internal static class PlaylistSql
{
    public const string Columns =
        """
        user_id, place, spotify_id, name, description, owner_name, is_own, is_collaborative, is_public, total, image_url, items_state,
        items_kept, items_left_out, items_synced_at
        """;

    /// <summary>
    /// Puts the list in the place of the one before. Entries stay with their playlist, and go where it is not the listener's to read any
    /// more. Says how many playlists are new and gone. $2 are the rows as an array of JSON.
    /// </summary>
    public const string Swap =
        """
        WITH given AS MATERIALIZED (
            SELECT * FROM jsonb_to_recordset($2) AS said (spotify_id text, place int, name text, description text, owner_name text,
                is_own boolean, is_collaborative boolean, is_public boolean, snapshot_id text, total int, image_url text)),
        before AS MATERIALIZED (SELECT spotify_id FROM playlists WHERE user_id = $1),
        gone AS (
            DELETE FROM playlists AS known WHERE user_id = $1
                AND NOT EXISTS (SELECT FROM given WHERE given.spotify_id = known.spotify_id)),
        closed AS (
            DELETE FROM playlist_items WHERE user_id = $1 AND playlist_id IN (
                SELECT spotify_id FROM given WHERE NOT is_own AND NOT is_collaborative)),
        kept AS (
            INSERT INTO playlists AS known (user_id, spotify_id, place, name, description, owner_name, is_own, is_collaborative, is_public,
                snapshot_id, total, image_url, items_state)
            SELECT $1, spotify_id, place, name, description, owner_name, is_own, is_collaborative, is_public, snapshot_id, total, image_url,
                CASE WHEN is_own OR is_collaborative THEN 'NOT_YET' ELSE 'NOT_YOURS' END
            FROM given
            ON CONFLICT (user_id, spotify_id) DO UPDATE SET place = excluded.place, name = excluded.name,
                description = excluded.description, owner_name = excluded.owner_name, is_own = excluded.is_own,
                is_collaborative = excluded.is_collaborative, is_public = excluded.is_public, snapshot_id = excluded.snapshot_id,
                total = excluded.total, image_url = excluded.image_url,
                items_state = CASE WHEN excluded.items_state = 'NOT_YOURS' OR known.items_state = 'NOT_YOURS' THEN excluded.items_state
                    ELSE known.items_state END)
        SELECT
            (SELECT count(*) FROM given WHERE NOT EXISTS (SELECT FROM before WHERE before.spotify_id = given.spotify_id))::int,
            (SELECT count(*) FROM before WHERE NOT EXISTS (SELECT FROM given WHERE given.spotify_id = before.spotify_id))::int
        """;

    /// <summary>Those whose entries were never read, or not of this snapshot.</summary>
    public const string Unread =
        """
        SELECT spotify_id, name, snapshot_id, total FROM playlists
        WHERE user_id = $1 AND (is_own OR is_collaborative)
            AND (items_state = 'NOT_YET' OR snapshot_id IS NULL OR snapshot_id IS DISTINCT FROM items_snapshot_id)
        ORDER BY place DESC
        """;

    /// <summary>$2 the playlist, $3 its state, $4 the snapshot that was read, $5 entries, $6 left out, $7 the time.</summary>
    public const string KeepState =
        """
        UPDATE playlists SET items_state = $3, items_snapshot_id = $4, items_kept = $5, items_left_out = $6, items_synced_at = $7
        WHERE user_id = $1 AND spotify_id = $2
        """;

    /// <summary>
    /// Says how many entries are new and gone, the same one several times included. $2 the playlist, $3 its entries as JSON.
    /// </summary>
    public const string SwapItems =
        """
        WITH given AS MATERIALIZED (
            SELECT * FROM jsonb_to_recordset($3) AS said (place int, item_key text, kind text, spotify_id text, uri text, name text,
                by_names text[], part_of text, image_url text, added_at timestamptz, duration_ms int, is_local boolean)),
        before AS MATERIALIZED (
            SELECT coalesce(spotify_id, uri, name) AS item_key, count(*) AS times FROM playlist_items
            WHERE user_id = $1 AND playlist_id = $2 GROUP BY 1),
        now AS MATERIALIZED (SELECT item_key, count(*) AS times FROM given GROUP BY 1),
        gone AS (DELETE FROM playlist_items WHERE user_id = $1 AND playlist_id = $2 AND place >= (SELECT count(*) FROM given)),
        kept AS (
            INSERT INTO playlist_items AS known (user_id, playlist_id, place, kind, spotify_id, uri, name, by_names, part_of, image_url,
                added_at, duration_ms, is_local)
            SELECT $1, $2, place, kind, spotify_id, uri, name, by_names, part_of, image_url, added_at, duration_ms, is_local FROM given
            ON CONFLICT (user_id, playlist_id, place) DO UPDATE SET kind = excluded.kind, spotify_id = excluded.spotify_id,
                uri = excluded.uri, name = excluded.name, by_names = excluded.by_names, part_of = excluded.part_of,
                image_url = excluded.image_url, added_at = excluded.added_at, duration_ms = excluded.duration_ms,
                is_local = excluded.is_local
            WHERE known IS DISTINCT FROM excluded)
        SELECT coalesce(sum(greatest(coalesce(now.times, 0) - coalesce(before.times, 0), 0)), 0)::int,
            coalesce(sum(greatest(coalesce(before.times, 0) - coalesce(now.times, 0), 0)), 0)::int
        FROM now FULL JOIN before USING (item_key)
        """;

    public const string Summary =
        """
        SELECT count(*)::int, count(*) FILTER (WHERE items_state = 'NOT_YOURS')::int,
            count(*) FILTER (WHERE items_state = 'HIDDEN')::int, coalesce(sum(items_left_out), 0)::int
        FROM playlists WHERE user_id = $1
        """;

    /// <summary>As Spotify orders them. $2 and $3 are places that bound the page, $4 how many rows.</summary>
    public static string Page(bool isBackward) =>
        $"""
        SELECT {Columns} FROM playlists WHERE user_id = $1 AND place < $2 AND place > $3
        ORDER BY place {(isBackward ? "ASC" : "DESC")} LIMIT $4
        """;

    public const string One = $"SELECT {Columns} FROM playlists WHERE user_id = $1 AND spotify_id = $2";
}
