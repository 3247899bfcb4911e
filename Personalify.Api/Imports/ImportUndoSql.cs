namespace Personalify.Api.Imports;

/// <summary>The statements of <see cref="ImportUndo"/>, in the order in which they run. $1 is the user, $2 the import.</summary>
internal static class ImportUndoSql
{
    /// <summary>The plays whose row may change: those the import owns and those it observed.</summary>
    public const string CollectTouched =
        """
        INSERT INTO touched_plays (track_id, reported_at, ms_played, offline_at, ordinal, ended_at)
        SELECT track_id, reported_at, ms_played, offline_at, ordinal, ended_at FROM plays WHERE user_id = $1 AND import_id = $2
        UNION
        SELECT play.track_id, play.reported_at, play.ms_played, play.offline_at, play.ordinal, play.ended_at
        FROM (SELECT * FROM play_observations WHERE user_id = $1 AND import_id = $2) AS observed
        JOIN (SELECT * FROM plays WHERE user_id = $1) AS play ON play.track_id = observed.track_id
            AND play.reported_at = observed.reported_at
            AND play.ms_played = observed.ms_played AND play.offline_at = observed.offline_at AND play.ordinal = observed.ordinal
        """;

    public const string TouchMonths =
        "INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM touched_plays";

    public const string ForgetObservations = "DELETE FROM play_observations WHERE user_id = $1 AND import_id = $2";

    /// <summary>To the import that came next, with the names that it gave; imports are numbered in their order.</summary>
    public const string HandOver =
        """
        WITH heir AS MATERIALIZED (
            SELECT DISTINCT ON (track_id, reported_at, ms_played, offline_at, ordinal)
                track_id, reported_at, ms_played, offline_at, ordinal, import_id, names_key
            FROM play_observations
            WHERE user_id = $1
            ORDER BY track_id, reported_at, ms_played, offline_at, ordinal, import_id, names_key
        )
        UPDATE plays SET import_id = heir.import_id, names_key = heir.names_key
        FROM heir
        WHERE plays.user_id = $1 AND plays.import_id = $2 AND plays.track_id = heir.track_id AND plays.reported_at = heir.reported_at
            AND plays.ms_played = heir.ms_played AND plays.offline_at = heir.offline_at AND plays.ordinal = heir.ordinal
        """;

    public const string DeletePlays = "DELETE FROM plays WHERE user_id = $1 AND import_id = $2";

    /// <summary>
    /// Each circumstance is again the greatest of what the remaining deliveries said, and the end the earliest. A play without observations
    /// of its own import is untouched: its row still holds exactly what that import said.
    /// </summary>
    public const string PutTogether =
        """
        WITH own AS MATERIALIZED (SELECT * FROM play_observations WHERE user_id = $1),
        said AS MATERIALIZED (
            SELECT observed.track_id, observed.reported_at, observed.ms_played, observed.offline_at, observed.ordinal,
                min(observed.ended_at) AS ended_at, max(observed.source COLLATE "C") AS source,
                max(observed.reason_start COLLATE "C") AS reason_start, max(observed.reason_end COLLATE "C") AS reason_end,
                max(observed.platform COLLATE "C") AS platform, bool_or(observed.shuffle) AS shuffle, bool_or(observed.skipped) AS skipped,
                bool_or(observed.offline) AS offline, bool_or(observed.incognito) AS incognito,
                array_agg(observed.import_id) AS imports
            FROM touched_plays AS touched
            JOIN own AS observed ON observed.track_id = touched.track_id
                AND observed.reported_at = touched.reported_at AND observed.ms_played = touched.ms_played
                AND observed.offline_at = touched.offline_at AND observed.ordinal = touched.ordinal
            GROUP BY observed.track_id, observed.reported_at, observed.ms_played, observed.offline_at, observed.ordinal
        ), changed AS (
            UPDATE plays SET ended_at = said.ended_at, source = said.source, reason_start = said.reason_start, reason_end = said.reason_end,
                platform = said.platform, shuffle = said.shuffle, skipped = said.skipped, offline = said.offline, incognito = said.incognito
            FROM said
            WHERE plays.user_id = $1 AND plays.track_id = said.track_id AND plays.reported_at = said.reported_at
                AND plays.ms_played = said.ms_played
                AND plays.offline_at = said.offline_at AND plays.ordinal = said.ordinal AND plays.import_id = ANY (said.imports)
            RETURNING plays.ended_at
        )
        INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM changed
        """;

    /// <summary>What the owning import said is an observation only while the row says something else.</summary>
    public const string ForgetWhatTheOwnerSaid =
        """
        WITH own AS MATERIALIZED (SELECT * FROM plays WHERE user_id = $1),
        said AS MATERIALIZED (SELECT * FROM play_observations WHERE user_id = $1),
        same AS MATERIALIZED (
            SELECT play.import_id, play.track_id, play.reported_at, play.ms_played, play.offline_at, play.ordinal, play.names_key
            FROM touched_plays AS touched
            JOIN own AS play ON play.track_id = touched.track_id AND play.reported_at = touched.reported_at
                AND play.ms_played = touched.ms_played AND play.offline_at = touched.offline_at AND play.ordinal = touched.ordinal
            JOIN said AS observed ON observed.track_id = play.track_id
                AND observed.reported_at = play.reported_at AND observed.ms_played = play.ms_played
                AND observed.offline_at = play.offline_at
                AND observed.ordinal = play.ordinal AND observed.import_id = play.import_id AND observed.names_key = play.names_key
            WHERE (play.ended_at, play.source, play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline,
                play.incognito)
                IS NOT DISTINCT FROM (observed.ended_at, observed.source, observed.reason_start, observed.reason_end, observed.platform,
                    observed.shuffle, observed.skipped, observed.offline, observed.incognito)
        )
        DELETE FROM play_observations AS observed
        USING same
        WHERE observed.user_id = $1 AND observed.import_id = same.import_id AND observed.track_id = same.track_id
            AND observed.reported_at = same.reported_at
            AND observed.ms_played = same.ms_played AND observed.offline_at = same.offline_at AND observed.ordinal = same.ordinal
            AND observed.names_key = same.names_key
        """;

    public const string ForgetOtherObservations = "DELETE FROM other_play_observations WHERE user_id = $1 AND import_id = $2";

    public const string HandOverOthers =
        """
        WITH heir AS MATERIALIZED (
            SELECT item_id, reported_at, ms_played, offline_at, ordinal, min(import_id) AS import_id
            FROM other_play_observations
            WHERE user_id = $1
            GROUP BY item_id, reported_at, ms_played, offline_at, ordinal
        ), handed AS (
            UPDATE other_plays AS play SET import_id = heir.import_id
            FROM heir
            WHERE play.user_id = $1 AND play.import_id = $2 AND play.item_id = heir.item_id AND play.reported_at = heir.reported_at
                AND play.ms_played = heir.ms_played AND play.offline_at = heir.offline_at AND play.ordinal = heir.ordinal
            RETURNING play.item_id, play.reported_at, play.ms_played, play.offline_at, play.ordinal, play.import_id
        )
        DELETE FROM other_play_observations AS observed
        USING handed
        WHERE observed.user_id = $1 AND observed.import_id = handed.import_id AND observed.item_id = handed.item_id
            AND observed.reported_at = handed.reported_at AND observed.ms_played = handed.ms_played
            AND observed.offline_at = handed.offline_at AND observed.ordinal = handed.ordinal
        """;

    public const string DeleteOthers = "DELETE FROM other_plays WHERE user_id = $1 AND import_id = $2";
}
