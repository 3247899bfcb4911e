namespace Personalify.Api.Imports;

/// <summary>The statements of <see cref="ImportUndo"/>, in the order in which they run. $1 is the user, $2 the import.</summary>
internal static class ImportUndoSql
{
    /// <summary>The plays whose row may change: those the import owns and those it observed.</summary>
    public const string CollectTouched =
        """
        INSERT INTO staged_plays (track_id, ended_at, ms_played)
        SELECT track_id, ended_at, ms_played FROM plays WHERE user_id = $1 AND import_id = $2
        UNION
        SELECT track_id, ended_at, ms_played FROM play_observations WHERE user_id = $1 AND import_id = $2
        """;

    public const string TouchedMonths = "SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date AS month FROM staged_plays ORDER BY month";

    public const string ForgetObservations = "DELETE FROM play_observations WHERE user_id = $1 AND import_id = $2";

    /// <summary>To the import that came next; imports are numbered in their order.</summary>
    public const string HandOver =
        """
        UPDATE plays SET import_id = heir.import_id
        FROM (
            SELECT track_id, ended_at, ms_played, min(import_id) AS import_id
            FROM play_observations
            WHERE user_id = $1
            GROUP BY track_id, ended_at, ms_played
        ) AS heir
        WHERE plays.user_id = $1 AND plays.import_id = $2
            AND plays.track_id = heir.track_id AND plays.ended_at = heir.ended_at AND plays.ms_played = heir.ms_played
        """;

    public const string DeletePlays = "DELETE FROM plays WHERE user_id = $1 AND import_id = $2";

    /// <summary>
    /// Each circumstance is again the greatest of what the remaining deliveries said. A play without observations is untouched: then its own
    /// import's word is the row itself.
    /// </summary>
    public const string PutTogether =
        """
        UPDATE plays SET source = said.source, reason_start = said.reason_start, reason_end = said.reason_end, platform = said.platform,
            shuffle = said.shuffle, skipped = said.skipped, offline = said.offline, incognito = said.incognito
        FROM (
            SELECT observed.track_id, observed.ended_at, observed.ms_played, max(observed.source COLLATE "C") AS source,
                max(observed.reason_start COLLATE "C") AS reason_start, max(observed.reason_end COLLATE "C") AS reason_end,
                max(observed.platform COLLATE "C") AS platform, bool_or(observed.shuffle) AS shuffle, bool_or(observed.skipped) AS skipped,
                bool_or(observed.offline) AS offline, bool_or(observed.incognito) AS incognito,
                array_agg(observed.import_id) AS imports
            FROM staged_plays AS staged
            JOIN play_observations AS observed ON observed.user_id = $1 AND observed.track_id = staged.track_id
                AND observed.ended_at = staged.ended_at AND observed.ms_played = staged.ms_played
            GROUP BY observed.track_id, observed.ended_at, observed.ms_played
        ) AS said
        WHERE plays.user_id = $1 AND plays.track_id = said.track_id AND plays.ended_at = said.ended_at AND plays.ms_played = said.ms_played
            AND plays.import_id = ANY (said.imports)
        """;

    /// <summary>What the owning import said is an observation only while the row says something else.</summary>
    public const string ForgetWhatTheOwnerSaid =
        """
        DELETE FROM play_observations AS observed
        USING staged_plays AS staged, plays AS play
        WHERE observed.user_id = $1 AND observed.track_id = staged.track_id AND observed.ended_at = staged.ended_at
            AND observed.ms_played = staged.ms_played
            AND play.user_id = $1 AND play.track_id = staged.track_id AND play.ended_at = staged.ended_at AND play.ms_played = staged.ms_played
            AND play.import_id = observed.import_id
            AND (play.source, play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito)
                IS NOT DISTINCT FROM (observed.source, observed.reason_start, observed.reason_end, observed.platform, observed.shuffle,
                    observed.skipped, observed.offline, observed.incognito)
        """;

    public const string HandOverOthers =
        """
        WITH gone AS (
            DELETE FROM other_play_observations WHERE user_id = $1 AND import_id = $2
        ), heir AS (
            SELECT item_id, ended_at, ms_played, min(import_id) AS import_id
            FROM other_play_observations
            WHERE user_id = $1 AND import_id <> $2
            GROUP BY item_id, ended_at, ms_played
        ), handed AS (
            UPDATE other_plays SET import_id = heir.import_id
            FROM heir
            WHERE other_plays.user_id = $1 AND other_plays.import_id = $2
                AND other_plays.item_id = heir.item_id AND other_plays.ended_at = heir.ended_at AND other_plays.ms_played = heir.ms_played
            RETURNING other_plays.item_id, other_plays.ended_at, other_plays.ms_played, other_plays.import_id
        )
        DELETE FROM other_play_observations AS observed
        USING handed
        WHERE observed.user_id = $1 AND observed.import_id = handed.import_id AND observed.item_id = handed.item_id
            AND observed.ended_at = handed.ended_at AND observed.ms_played = handed.ms_played
        """;

    public const string DeleteOthers = "DELETE FROM other_plays WHERE user_id = $1 AND import_id = $2";
}
