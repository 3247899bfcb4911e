namespace Personalify.Api.Imports.Staging;

/// <summary>
/// The temporary tables of a session, each made from the one before:
/// rows as they were read → items (descriptions of what was played) → tracks (one for each identity, with its best names) → plays (one for
/// each track, end and length).
/// </summary>
internal static class StagingTables
{
    /// <summary>
    /// A sort or hash of 150,000 rows stays in memory; more spills to the server's disk. Nothing has statistics yet (the temporary tables
    /// never, a new listener's plays not before the next autovacuum), so the planner guesses a handful of rows and would loop over each: all
    /// statements here work on sets, for which hash and merge joins are right.
    /// </summary>
    public const string Settings =
        """
        SET work_mem = '64MB';
        SET temp_buffers = '32MB';
        SET jit = off;
        SET enable_nestloop = off;
        CREATE TEMP TABLE staged_rows (
            file int, row int, item int, ended_at timestamptz, ms_played int, is_account boolean,
            reason_start text, reason_end text, platform text, shuffle boolean, skipped boolean, offline boolean, incognito boolean,
            kind int, spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text);
        CREATE TEMP TABLE staged_items (
            item int, identity int, kind int, newest timestamptz,
            spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text);
        CREATE TEMP TABLE staged_tracks (
            identity int, track_id int, newest timestamptz,
            spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text);
        CREATE TEMP TABLE staged_plays (
            identity int, track_id int, ended_at timestamptz, ms_played int, first_at bigint, is_account boolean,
            reason_start text, reason_end text, platform text, shuffle boolean, skipped boolean, offline boolean, incognito boolean,
            was_there boolean, is_covered boolean NOT NULL DEFAULT false);
        CREATE TEMP TABLE staged_others (
            identity int, kind int, ended_at timestamptz, ms_played int, first_at bigint);
        CREATE TEMP TABLE touched_months (month date);
        """;

    /// <summary>
    /// Items with their identity: a track is its Spotify id, or without one artist and title. The same thing can have come under several
    /// numbers, because its names changed or the reader forgot it.
    /// </summary>
    public const string FillItems =
        """
        INSERT INTO staged_items
        SELECT named.item,
            min(named.item) OVER (PARTITION BY named.kind, named.spotify_id,
                CASE WHEN named.spotify_id IS NULL THEN named.artist_key END, CASE WHEN named.spotify_id IS NULL THEN named.name_key END),
            named.kind, seen.newest, named.spotify_id, named.name, named.name_key, named.artist, named.artist_key, named.album, named.album_key
        FROM staged_rows AS named
        JOIN (SELECT item, max(ended_at) AS newest FROM staged_rows GROUP BY item) AS seen ON seen.item = named.item
        WHERE named.name IS NOT NULL
        """;

    /// <summary>The best description of each track: one with an album before one without, then the newest, then the ordinally greatest.</summary>
    public const string FillTracks =
        """
        INSERT INTO staged_tracks
        SELECT DISTINCT ON (identity) identity, NULL, newest, spotify_id, name, name_key, artist, artist_key, album, album_key
        FROM staged_items
        WHERE kind = 0
        ORDER BY identity, album IS NOT NULL DESC, newest DESC, name COLLATE "C" DESC, artist_key COLLATE "C" DESC, album_key COLLATE "C" DESC
        """;

    public const string FindTracks =
        """
        UPDATE staged_tracks AS staged SET track_id = track.id
        FROM tracks AS track
        WHERE track.spotify_id = staged.spotify_id;
        UPDATE staged_tracks AS staged SET track_id = track.id
        FROM artists AS artist, tracks AS track
        WHERE staged.spotify_id IS NULL AND artist.name_key = staged.artist_key
            AND track.artist_id = artist.id AND track.name_key = staged.name_key AND track.spotify_id IS NULL
        """;

    /// <summary>
    /// One row for each play. Where repeats disagree about the circumstances, each column takes the greatest of what was said, which
    /// comes to the same in any order. first_at is file and row of the first, as one number.
    /// </summary>
    public const string FillPlays =
        """
        INSERT INTO staged_plays
        SELECT play.identity, track.track_id, play.ended_at, play.ms_played, first_at, is_account,
            play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito,
            there.track_id IS NOT NULL
        FROM (
            SELECT item.identity, staged.ended_at, staged.ms_played, min(staged.file::bigint << 32 | staged.row) AS first_at,
                bool_and(staged.is_account) AS is_account, max(staged.reason_start COLLATE "C") AS reason_start,
                max(staged.reason_end COLLATE "C") AS reason_end, max(staged.platform COLLATE "C") AS platform,
                bool_or(staged.shuffle) AS shuffle, bool_or(staged.skipped) AS skipped, bool_or(staged.offline) AS offline,
                bool_or(staged.incognito) AS incognito
            FROM staged_rows AS staged
            JOIN staged_items AS item ON item.item = staged.item
            WHERE item.kind = 0
            GROUP BY item.identity, staged.ended_at, staged.ms_played
        ) AS play
        JOIN staged_tracks AS track ON track.identity = play.identity
        LEFT JOIN plays AS there ON there.user_id = $1 AND there.track_id = track.track_id
            AND there.ended_at = play.ended_at AND there.ms_played = play.ms_played
        """;

    public const string FillOthers =
        """
        INSERT INTO staged_others
        SELECT item.identity, item.kind, staged.ended_at, staged.ms_played, min(staged.file::bigint << 32 | staged.row)
        FROM staged_rows AS staged
        JOIN staged_items AS item ON item.item = staged.item
        WHERE item.kind <> 0
        GROUP BY item.identity, item.kind, staged.ended_at, staged.ms_played
        """;
}
