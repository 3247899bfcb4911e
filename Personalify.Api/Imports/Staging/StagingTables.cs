namespace Personalify.Api.Imports.Staging;

/// <summary>
/// The temporary tables of a session, each made from the one before:
/// rows as they were read → items (descriptions of what was played) → entries of the listener's catalogue, found or numbered → plays
/// (one for each thing that makes a play). Nothing else is written until all of them are filled, so a preview stops here.
/// </summary>
internal static class StagingTables
{
    /// <summary>
    /// A sort or hash of 150,000 rows stays in memory; more spills to the server's disk. Nothing has statistics yet (the temporary tables
    /// never, a new listener's plays not before the next autovacuum), so the planner guesses a handful of rows and would loop over each:
    /// all
    /// statements here work on sets, for which hash and merge joins are right.
    /// </summary>
    public const string Settings =
        """
        SET work_mem = '64MB';
        SET temp_buffers = '32MB';
        SET jit = off;
        SET enable_nestloop = off;
        CREATE TEMP TABLE staged_rows (
            file int, row int, item int, ended_at timestamptz, reported_at timestamptz, offline_at timestamptz, ms_played int,
            is_account boolean,
            reason_start text, reason_end text, platform text, shuffle boolean, skipped boolean, offline boolean, incognito boolean,
            kind int, spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text,
            names_key bigint);
        CREATE TEMP TABLE staged_items (
            item int, identity int, kind int, newest timestamptz,
            spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text, names_key bigint);
        CREATE TEMP TABLE staged_names (
            identity int, newest timestamptz,
            spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text);
        CREATE TEMP TABLE staged_artists (id int, is_new boolean, has_better_name boolean, name text, name_key text);
        CREATE TEMP TABLE staged_albums (id int, is_new boolean, has_better_name boolean, artist_id int, name text, name_key text);
        CREATE TEMP TABLE staged_tracks (
            identity int, track_id int, is_new boolean, artist_id int, album_id int, newest timestamptz,
            spotify_id text, name text, name_key text, artist text, artist_key text, album text, album_key text);
        CREATE TEMP TABLE staged_other_items (
            identity int, item_id int, is_new boolean, kind text, newest timestamptz, spotify_id text, name text, show_name text);
        CREATE TEMP TABLE own_others (item_id int, reported_at timestamptz, ms_played int, offline_at timestamptz, ordinal smallint);
        CREATE TEMP TABLE own_plays (track_id int, reported_at timestamptz, ms_played int, offline_at timestamptz, ordinal smallint);
        CREATE TEMP TABLE staged_plays (
            identity int, track_id int, ended_at timestamptz, reported_at timestamptz, offline_at timestamptz, ms_played int,
            ordinal smallint, first_at bigint, is_account boolean, names_key bigint, other_names_key bigint,
            reason_start text, reason_end text, platform text, shuffle boolean, skipped boolean, offline boolean, incognito boolean,
            was_there boolean, settles boolean NOT NULL DEFAULT false, is_covered boolean NOT NULL DEFAULT false);
        CREATE TEMP TABLE staged_others (
            item_id int, kind int, ended_at timestamptz, reported_at timestamptz, offline_at timestamptz, ms_played int, ordinal smallint,
            first_at bigint, was_there boolean, settles boolean NOT NULL DEFAULT false);
        CREATE TEMP TABLE touched_plays (
            track_id int, reported_at timestamptz, ms_played int, offline_at timestamptz, ordinal smallint, ended_at timestamptz);
        CREATE TEMP TABLE described_tracks (
            track_id int, is_better boolean, newest timestamptz, artist_id int, album_id int, name text, name_key text, artist text,
            album text, moves boolean, import_id int);
        CREATE TEMP TABLE overlap (
            number int GENERATED ALWAYS AS IDENTITY, is_account boolean, names_key bigint, reported_at timestamptz, ms_played int,
            track_id int, identity int, offline_at timestamptz, ordinal smallint, was_covered boolean,
            is_covered boolean NOT NULL DEFAULT false);
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
            named.kind, seen.newest, named.spotify_id, named.name, named.name_key, named.artist, named.artist_key, named.album,
            named.album_key, named.names_key
        FROM staged_rows AS named
        JOIN (SELECT item, max(reported_at) AS newest FROM staged_rows GROUP BY item) AS seen ON seen.item = named.item
        WHERE named.name IS NOT NULL
        """;

    /// <summary>
    /// The best description of each track: one with an album before one without, then the newest, then the ordinally greatest.
    /// </summary>
    public const string FillNames =
        """
        INSERT INTO staged_names
        SELECT DISTINCT ON (identity) identity, newest, spotify_id, name, name_key, artist, artist_key, album, album_key
        FROM staged_items
        WHERE kind = 0
        ORDER BY identity, album IS NOT NULL DESC, newest DESC, name COLLATE "C" DESC, artist_key COLLATE "C" DESC,
            album_key COLLATE "C" DESC, artist COLLATE "C", album COLLATE "C"
        """;

    /// <summary>
    /// From the first to the last time that the rows name, a month more at the start: so late may a device report what it played offline.
    /// </summary>
    public const string FindTimes =
        "SELECT coalesce(min(reported_at), 'epoch') - interval '31 days', coalesce(max(reported_at), 'epoch') FROM staged_rows";

    /// <summary>The listener's plays that rows of the files can be. $1 is the user, $2 and $3 the times.</summary>
    public const string FillOwnPlays =
        """
        INSERT INTO own_plays
        SELECT track_id, reported_at, ms_played, offline_at, ordinal FROM plays WHERE user_id = $1 AND ended_at BETWEEN $2 AND $3
        """;

    public const string FillOwnOthers =
        """
        INSERT INTO own_others
        SELECT item_id, reported_at, ms_played, offline_at, ordinal FROM other_plays WHERE user_id = $1 AND reported_at BETWEEN $2 AND $3
        """;

    /// <summary>
    /// One row for each play. Where repeats disagree about the circumstances, each column takes the greatest of what was said, which
    /// comes to the same in any order; of several ends the earliest, which is the one that an offline start places. first_at is file and
    /// row of the first, as one number.
    /// </summary>
    public const string FillPlays =
        $"""
        INSERT INTO staged_plays
        SELECT play.identity, track.track_id, play.ended_at, play.reported_at, play.offline_at, play.ms_played, play.ordinal, first_at,
            is_account, play.names_key, nullif(play.last_names_key, play.names_key),
            play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito,
            there.track_id IS NOT NULL
        FROM (
            SELECT identity, min(ended_at) AS ended_at, reported_at, offline_at, ms_played, ordinal,
                min(file::bigint << 32 | row) AS first_at,
                bool_and(is_account) AS is_account, min(names_key) AS names_key, max(names_key) AS last_names_key,
                max(reason_start COLLATE "C") AS reason_start, max(reason_end COLLATE "C") AS reason_end,
                max(platform COLLATE "C") AS platform,
                bool_or(shuffle) AS shuffle, bool_or(skipped) AS skipped, bool_or(offline) AS offline, bool_or(incognito) AS incognito
            FROM ({EachRow}) AS each
            WHERE kind = 0
            GROUP BY identity, reported_at, offline_at, ms_played, ordinal
        ) AS play
        JOIN staged_tracks AS track ON track.identity = play.identity
        LEFT JOIN own_plays AS there ON there.track_id = track.track_id AND there.reported_at = play.reported_at
            AND there.ms_played = play.ms_played AND there.offline_at = play.offline_at AND there.ordinal = play.ordinal
        """;

    public const string FillOthers =
        $"""
        INSERT INTO staged_others
        SELECT item.item_id, play.kind, play.ended_at, play.reported_at, play.offline_at, play.ms_played, play.ordinal, first_at,
            there.item_id IS NOT NULL
        FROM (
            SELECT identity, kind, min(ended_at) AS ended_at, reported_at, offline_at, ms_played, ordinal,
                min(file::bigint << 32 | row) AS first_at
            FROM ({EachRow}) AS each
            WHERE kind <> 0
            GROUP BY identity, kind, reported_at, offline_at, ms_played, ordinal
        ) AS play
        JOIN staged_other_items AS item ON item.identity = play.identity
        LEFT JOIN own_others AS there ON there.item_id = item.item_id AND there.reported_at = play.reported_at
            AND there.ms_played = play.ms_played AND there.offline_at = play.offline_at AND there.ordinal = play.ordinal
        """;

    /// <summary>
    /// A play that is older than the column offline_at is one of the rows with its track, time and length, whatever start they name: the
    /// earliest of those that are not there yet.
    /// </summary>
    public const string SettlePlays =
        """
        UPDATE staged_plays SET was_there = true, settles = true
        FROM (
            SELECT DISTINCT ON (staged.track_id, staged.reported_at, staged.ms_played) staged.first_at
            FROM staged_plays AS staged
            JOIN own_plays AS own ON own.track_id = staged.track_id AND own.reported_at = staged.reported_at
                AND own.ms_played = staged.ms_played
            WHERE own.offline_at = 'infinity' AND NOT staged.was_there AND NOT staged.is_account
            ORDER BY staged.track_id, staged.reported_at, staged.ms_played, staged.offline_at
        ) AS settling
        WHERE staged_plays.first_at = settling.first_at
        """;

    public const string SettleOthers =
        """
        UPDATE staged_others SET was_there = true, settles = true
        FROM (
            SELECT DISTINCT ON (staged.item_id, staged.reported_at, staged.ms_played) staged.first_at
            FROM staged_others AS staged
            JOIN own_others AS own ON own.item_id = staged.item_id AND own.reported_at = staged.reported_at
                AND own.ms_played = staged.ms_played
            WHERE own.offline_at = 'infinity' AND NOT staged.was_there
            ORDER BY staged.item_id, staged.reported_at, staged.ms_played, staged.offline_at
        ) AS settling
        WHERE staged_others.first_at = settling.first_at
        """;

    private const string RowColumns =
        "file, row, ended_at, reported_at, offline_at, ms_played, is_account, reason_start, reason_end, "
        + "platform, shuffle, skipped, offline, incognito";

    /// <summary>
    /// The rows with what they are. Account data has no seconds: equal rows of one file are as many plays as fit into their minute, which
    /// their ordinals tell apart; what cannot have fitted repeats the first. Rows with seconds and equal in all of them are one play.
    /// </summary>
    private const string EachRow =
        $"""
        SELECT item.identity, item.kind, item.names_key, {RowColumns}, 0::smallint AS ordinal
        FROM (SELECT item, {RowColumns} FROM staged_rows WHERE NOT is_account) AS staged
        JOIN (SELECT item, identity, kind, names_key FROM staged_items) AS item ON item.item = staged.item
        UNION ALL
        SELECT identity, kind, names_key, {RowColumns}, CASE WHEN place * ms_played < 60000 THEN place ELSE 0 END::smallint
        FROM (
            SELECT item.identity, item.kind, item.names_key, {RowColumns},
                least(row_number() OVER (PARTITION BY item.identity, file, reported_at, ms_played ORDER BY row) - 1, 32767) AS place
            FROM (SELECT item, {RowColumns} FROM staged_rows WHERE is_account) AS staged
            JOIN (SELECT item, identity, kind, names_key FROM staged_items) AS item ON item.item = staged.item
        ) AS account
        """;
}
