namespace Personalify.Api.Library;

/// <summary>The statements of <see cref="LibraryStore"/>. $1 is the listener, $2 the list.</summary>
internal static class LibrarySql
{
    public const string Columns =
        "user_id, place, spotify_id, uri, name, by_names, part_of, image_url, added_at, duration_ms, item_count, release_date";

    /// <summary>
    /// First, so that two synchronizations of a list come one after the other. It writes nothing when the account $6 is not connected any
    /// more, and holds the connection until the list is written: a wipe ends it first, so nothing is written after that.
    /// $3 entries, $4 left out, $5 the time.
    /// </summary>
    public const string KeepList =
        """
        INSERT INTO library_lists (user_id, kind, total, left_out, synced_at)
        SELECT $1, $2, $3, $4, $5 FROM spotify_connections
        WHERE user_id = $1 AND account_id = $6 AND status <> 'DISCONNECTED' FOR KEY SHARE
        ON CONFLICT (user_id, kind) DO UPDATE SET total = excluded.total, left_out = excluded.left_out, synced_at = excluded.synced_at
        """;

    /// <summary>
    /// Puts the list in the place of the one before, and says how many entries are new and how many are gone. Rows that say the same are
    /// not written. $3 are the rows as an array of JSON.
    /// </summary>
    public const string Swap =
        """
        WITH given AS MATERIALIZED (
            SELECT * FROM jsonb_to_recordset($3) AS said (place int, item_key text, spotify_id text, uri text, name text, by_names text[],
                part_of text, image_url text, added_at timestamptz, duration_ms int, item_count int, release_date text)),
        before AS MATERIALIZED (SELECT item_key FROM library_items WHERE user_id = $1 AND kind = $2),
        gone AS (DELETE FROM library_items WHERE user_id = $1 AND kind = $2 AND place >= (SELECT count(*) FROM given)),
        kept AS (
            INSERT INTO library_items AS known (user_id, kind, place, item_key, spotify_id, uri, name, by_names, part_of, image_url, added_at,
                duration_ms, item_count, release_date)
            SELECT $1, $2, place, item_key, spotify_id, uri, name, by_names, part_of, image_url, added_at, duration_ms, item_count,
                release_date
            FROM given
            ON CONFLICT (user_id, kind, place) DO UPDATE SET item_key = excluded.item_key, spotify_id = excluded.spotify_id,
                uri = excluded.uri, name = excluded.name, by_names = excluded.by_names, part_of = excluded.part_of,
                image_url = excluded.image_url, added_at = excluded.added_at, duration_ms = excluded.duration_ms,
                item_count = excluded.item_count, release_date = excluded.release_date
            WHERE known IS DISTINCT FROM excluded)
        SELECT
            (SELECT count(*) FROM given WHERE NOT EXISTS (SELECT FROM before WHERE before.item_key = given.item_key))::int,
            (SELECT count(*) FROM before WHERE NOT EXISTS (SELECT FROM given WHERE given.item_key = before.item_key))::int
        """;

    /// <summary>From the newest entry on. $3 and $4 are places that bound the page, $5 how many rows.</summary>
    public static string Page(bool isBackward) =>
        $"""
        SELECT {Columns} FROM library_items WHERE user_id = $1 AND kind = $2 AND place < $3 AND place > $4
        ORDER BY place {(isBackward ? "ASC" : "DESC")} LIMIT $5
        """;

    public const string Lists = "SELECT kind, total, left_out, synced_at FROM library_lists WHERE user_id = $1";

    public const string Count = "SELECT total FROM library_lists WHERE user_id = $1 AND kind = $2";
}
