namespace Personalify.Api.Imports;

/// <summary>
/// The statements of <see cref="PlayMerge"/>. $1 is the user, $2 the import; where plays are looked for, $2 and $3 are the times between
/// which the rows of the files lie. What a play says of its circumstances is the greatest of what its deliveries said, column by column,
/// and its end the earliest of theirs, so that the order of imports makes no difference.
/// </summary>
internal static class PlayMergeSql
{
    /// <summary>
    /// In order of time, so that a listener's plays of a day lie together. None of them was there when they were staged, and the session
    /// keeps other imports of the listener away; should another writer have been quicker, the import starts anew and finds them there.
    /// </summary>
    public const string InsertPlays =
        """
        INSERT INTO plays (ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, ordinal, source,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito, is_superseded)
        SELECT ended_at, reported_at, offline_at, names_key, $1, track_id, ms_played, $2, ordinal,
            CASE WHEN is_account THEN 'ACCOUNT' ELSE 'EXTENDED' END,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito, is_covered
        FROM staged_plays
        WHERE NOT was_there
        ORDER BY ended_at
        """;

    public const string ObservePlays =
        """
        INSERT INTO play_observations (ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, ordinal,
            source,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        SELECT ended_at, reported_at, offline_at, names_key, $1, track_id, ms_played, $2, ordinal,
            CASE WHEN is_account THEN 'ACCOUNT' ELSE 'EXTENDED' END,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito
        FROM staged_plays
        WHERE was_there
        ON CONFLICT DO NOTHING
        """;

    public const string AnyOtherNames = "SELECT EXISTS (SELECT FROM staged_plays WHERE other_names_key IS NOT NULL)";

    /// <summary>Rows of one play that name it differently: account data may agree with any of them.</summary>
    public const string ObserveOtherNames =
        """
        INSERT INTO play_observations (ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, ordinal,
            source, reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        SELECT DISTINCT play.ended_at, play.reported_at, play.offline_at, item.names_key, $1, play.track_id, play.ms_played, $2,
            play.ordinal, CASE WHEN play.is_account THEN 'ACCOUNT' ELSE 'EXTENDED' END,
            play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito
        FROM staged_plays AS play
        JOIN staged_items AS item ON item.identity = play.identity AND item.names_key <> play.names_key
        JOIN staged_rows AS said ON said.item = item.item AND said.reported_at = play.reported_at AND said.ms_played = play.ms_played
            AND said.offline_at = play.offline_at
        WHERE play.other_names_key IS NOT NULL
        ON CONFLICT DO NOTHING
        """;

    /// <summary>
    /// Fills in the offline start of plays that are older than the column offline_at, and of their observations, because it is part of a
    /// play's identity.
    /// </summary>
    public const string SettlePlays =
        """
        WITH settling AS MATERIALIZED (SELECT track_id, reported_at, ms_played, offline_at FROM staged_plays WHERE settles),
        observed AS (
            UPDATE play_observations AS observed SET offline_at = settling.offline_at
            FROM settling
            WHERE observed.user_id = $1 AND observed.track_id = settling.track_id AND observed.reported_at = settling.reported_at
                AND observed.ms_played = settling.ms_played AND observed.offline_at = 'infinity'
        )
        UPDATE plays SET offline_at = settling.offline_at
        FROM settling
        WHERE plays.user_id = $1 AND plays.track_id = settling.track_id AND plays.reported_at = settling.reported_at
            AND plays.ms_played = settling.ms_played AND plays.offline_at = 'infinity'
        """;

    /// <summary>Before a play changes, what its own import said of it is kept as an observation too.</summary>
    public const string KeepWhatChanges =
        $"""
        WITH {Changing}
        INSERT INTO play_observations (ended_at, reported_at, offline_at, names_key, user_id, track_id, ms_played, import_id, ordinal,
            source,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        SELECT had_ended_at, reported_at, offline_at, had_names_key, $1, track_id, ms_played, had_import_id, ordinal, had_source,
            had_reason_start, had_reason_end, had_platform, had_shuffle, had_skipped, had_offline, had_incognito
        FROM changing
        ON CONFLICT DO NOTHING
        """;

    public const string ChangePlays =
        $"""
        WITH {Changing},
        changed AS (
            UPDATE plays SET ended_at = changing.ended_at, source = changing.source, reason_start = changing.reason_start,
                reason_end = changing.reason_end,
                platform = changing.platform, shuffle = changing.shuffle, skipped = changing.skipped, offline = changing.offline,
                incognito = changing.incognito
            FROM changing
            WHERE plays.user_id = $1 AND {ThatPlay}
            RETURNING changing.ended_at, changing.had_ended_at
        )
        INSERT INTO touched_months
        SELECT DISTINCT date_trunc('month', moment AT TIME ZONE 'UTC')::date FROM changed, unnest(ARRAY[ended_at, had_ended_at]) AS moment
        """;

    public const string TouchNewMonths =
        "INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM staged_plays WHERE NOT was_there";

    public const string TouchedMonths = "SELECT DISTINCT month FROM touched_months ORDER BY month";

    public const string InsertOtherPlays =
        """
        INSERT INTO other_plays (ended_at, reported_at, offline_at, user_id, item_id, ms_played, import_id, ordinal)
        SELECT ended_at, reported_at, offline_at, $1, item_id, ms_played, $2, ordinal FROM staged_others WHERE NOT was_there
        ORDER BY ended_at
        """;

    public const string SettleOtherPlays =
        """
        WITH settling AS MATERIALIZED (SELECT item_id, reported_at, ms_played, offline_at FROM staged_others WHERE settles),
        observed AS (
            UPDATE other_play_observations AS observed SET offline_at = settling.offline_at
            FROM settling
            WHERE observed.user_id = $1 AND observed.item_id = settling.item_id AND observed.reported_at = settling.reported_at
                AND observed.ms_played = settling.ms_played AND observed.offline_at = 'infinity'
        )
        UPDATE other_plays SET offline_at = settling.offline_at
        FROM settling
        WHERE other_plays.user_id = $1 AND other_plays.item_id = settling.item_id AND other_plays.reported_at = settling.reported_at
            AND other_plays.ms_played = settling.ms_played AND other_plays.offline_at = 'infinity'
        """;

    public const string ObserveOtherPlays =
        """
        INSERT INTO other_play_observations (ended_at, reported_at, offline_at, user_id, item_id, ms_played, import_id, ordinal)
        SELECT ended_at, reported_at, offline_at, $1, item_id, ms_played, $2, ordinal FROM staged_others WHERE was_there
        ON CONFLICT DO NOTHING
        """;

    private const string ThatPlay =
        """
        plays.track_id = changing.track_id AND plays.reported_at = changing.reported_at AND plays.ms_played = changing.ms_played
            AND plays.offline_at = changing.offline_at AND plays.ordinal = changing.ordinal
        """;

    /// <summary>The plays that change by what is said of them now, with what they said before.</summary>
    private const string Changing =
        """
        own AS MATERIALIZED (
            SELECT track_id, reported_at, ms_played, offline_at, ordinal, import_id, names_key, ended_at, source, reason_start, reason_end,
                platform, shuffle, skipped, offline, incognito
            FROM plays
            WHERE user_id = $1 AND ended_at BETWEEN $2 AND $3
        ), changing AS MATERIALIZED (
            SELECT * FROM (
                SELECT play.track_id, play.reported_at, play.ms_played, play.offline_at, play.ordinal, play.import_id AS had_import_id,
                    play.names_key AS had_names_key, play.ended_at AS had_ended_at, least(play.ended_at, staged.ended_at) AS ended_at,
                    play.source AS had_source,
                    CASE WHEN staged.is_account THEN play.source ELSE greatest(play.source COLLATE "C", 'EXTENDED') END AS source,
                    play.reason_start AS had_reason_start, greatest(play.reason_start COLLATE "C", staged.reason_start) AS reason_start,
                    play.reason_end AS had_reason_end, greatest(play.reason_end COLLATE "C", staged.reason_end) AS reason_end,
                    play.platform AS had_platform, greatest(play.platform COLLATE "C", staged.platform) AS platform,
                    play.shuffle AS had_shuffle, greatest(play.shuffle, staged.shuffle) AS shuffle,
                    play.skipped AS had_skipped, greatest(play.skipped, staged.skipped) AS skipped,
                    play.offline AS had_offline, greatest(play.offline, staged.offline) AS offline,
                    play.incognito AS had_incognito, greatest(play.incognito, staged.incognito) AS incognito
                FROM (SELECT * FROM staged_plays WHERE was_there) AS staged
                JOIN own AS play ON play.track_id = staged.track_id AND play.reported_at = staged.reported_at
                    AND play.ms_played = staged.ms_played
                    AND play.offline_at = staged.offline_at AND play.ordinal = staged.ordinal
            ) AS compared
            WHERE (had_ended_at, had_source, had_reason_start, had_reason_end, had_platform, had_shuffle, had_skipped, had_offline,
                had_incognito)
                IS DISTINCT FROM (ended_at, source, reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        )
        """;
}
