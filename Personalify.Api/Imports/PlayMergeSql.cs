namespace Personalify.Api.Imports;

/// <summary>
/// The statements of <see cref="PlayMerge"/>. $1 is the user, $2 the import. What a play says of its circumstances is the greatest of
/// what its deliveries said, column by column, so that the order of imports makes no difference.
/// </summary>
internal static class PlayMergeSql
{
    /// <summary>
    /// In order of time, so that a listener's plays of a day lie together. None of them was there when they were staged, and the session
    /// keeps other imports of the listener away; should another writer have been quicker, the import starts anew and finds them there.
    /// </summary>
    public const string InsertPlays =
        """
        INSERT INTO plays (ended_at, user_id, track_id, ms_played, import_id, source,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        SELECT ended_at, $1, track_id, ms_played, $2, CASE WHEN is_account THEN 'ACCOUNT' ELSE 'EXTENDED' END,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito
        FROM staged_plays
        WHERE NOT was_there
        ORDER BY ended_at
        """;

    public const string ObservePlays =
        """
        INSERT INTO play_observations (ended_at, user_id, track_id, ms_played, import_id, source,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        SELECT ended_at, $1, track_id, ms_played, $2, CASE WHEN is_account THEN 'ACCOUNT' ELSE 'EXTENDED' END,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito
        FROM staged_plays
        WHERE was_there
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Before a play changes, what its own import said of it is kept as an observation too.</summary>
    public const string KeepWhatChanges =
        $"""
        INSERT INTO play_observations (ended_at, user_id, track_id, ms_played, import_id, source,
            reason_start, reason_end, platform, shuffle, skipped, offline, incognito)
        SELECT play.ended_at, play.user_id, play.track_id, play.ms_played, play.import_id, play.source,
            play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito
        {Changing}
        ON CONFLICT DO NOTHING
        """;

    public const string ChangePlays =
        $"""
        WITH changing AS (
            SELECT play.track_id, play.ended_at, play.ms_played, staged.is_account, staged.reason_start, staged.reason_end, staged.platform,
                staged.shuffle, staged.skipped, staged.offline, staged.incognito
            {Changing}
        ), changed AS (
            UPDATE plays SET
                source = CASE WHEN changing.is_account THEN plays.source ELSE greatest(plays.source COLLATE "C", 'EXTENDED') END,
                reason_start = greatest(plays.reason_start COLLATE "C", changing.reason_start),
                reason_end = greatest(plays.reason_end COLLATE "C", changing.reason_end),
                platform = greatest(plays.platform COLLATE "C", changing.platform),
                shuffle = greatest(plays.shuffle, changing.shuffle),
                skipped = greatest(plays.skipped, changing.skipped),
                offline = greatest(plays.offline, changing.offline),
                incognito = greatest(plays.incognito, changing.incognito)
            FROM changing
            WHERE plays.user_id = $1 AND plays.track_id = changing.track_id AND plays.ended_at = changing.ended_at AND plays.ms_played = changing.ms_played
            RETURNING plays.ended_at
        )
        INSERT INTO touched_months SELECT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM changed
        """;

    public const string TouchNewMonths =
        "INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM staged_plays WHERE NOT was_there";

    public const string TouchedMonths = "SELECT DISTINCT month FROM touched_months ORDER BY month";

    public const string InsertOtherPlays =
        $"""
        INSERT INTO other_plays (ended_at, user_id, item_id, ms_played, import_id)
        SELECT staged.ended_at, $1, item.id, staged.ms_played, $2
        {Others}
        ORDER BY staged.ended_at
        ON CONFLICT DO NOTHING
        """;

    public const string ObserveOtherPlays =
        $"""
        INSERT INTO other_play_observations (ended_at, user_id, item_id, ms_played, import_id)
        SELECT staged.ended_at, $1, item.id, staged.ms_played, $2
        {Others}
        JOIN other_plays AS there ON there.user_id = $1 AND there.item_id = item.id AND there.ended_at = staged.ended_at
            AND there.ms_played = staged.ms_played AND there.import_id <> $2
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Which of the new account-data plays turned out to be covered.</summary>
    public const string MarkCovered =
        """
        UPDATE staged_plays SET is_covered = true
        FROM plays
        WHERE staged_plays.is_account AND plays.user_id = $1 AND plays.track_id = staged_plays.track_id AND plays.ended_at = staged_plays.ended_at
            AND plays.ms_played = staged_plays.ms_played AND plays.is_superseded
        """;

    /// <summary>The same without anything written: against the plays that are there and those that would come.</summary>
    public const string PredictCovered =
        """
        UPDATE staged_plays SET is_covered = true
        FROM staged_tracks AS track
        WHERE staged_plays.is_account AND track.identity = staged_plays.identity AND (
            EXISTS (
                SELECT FROM staged_plays AS better
                JOIN staged_tracks AS named ON named.identity = better.identity
                WHERE NOT better.is_account AND better.ms_played = staged_plays.ms_played
                    AND named.artist_key = track.artist_key AND named.name_key = track.name_key
                    AND better.ended_at BETWEEN staged_plays.ended_at - interval '90 seconds' AND staged_plays.ended_at + interval '90 seconds')
            OR EXISTS (
                SELECT FROM plays AS better
                JOIN tracks AS named ON named.id = better.track_id
                JOIN artists AS artist ON artist.id = named.artist_id
                WHERE better.user_id = $1 AND better.source <> 'ACCOUNT' AND better.ms_played = staged_plays.ms_played
                    AND artist.name_key = track.artist_key AND named.name_key = track.name_key
                    AND better.ended_at BETWEEN staged_plays.ended_at - interval '90 seconds' AND staged_plays.ended_at + interval '90 seconds'))
        """;

    private const string Changing =
        """
        FROM staged_plays AS staged
        JOIN plays AS play ON play.user_id = $1 AND play.track_id = staged.track_id AND play.ended_at = staged.ended_at AND play.ms_played = staged.ms_played
        WHERE staged.was_there AND (
            (play.source, play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline, play.incognito)
            IS DISTINCT FROM
            (CASE WHEN staged.is_account THEN play.source ELSE greatest(play.source COLLATE "C", 'EXTENDED') END,
                greatest(play.reason_start COLLATE "C", staged.reason_start), greatest(play.reason_end COLLATE "C", staged.reason_end),
                greatest(play.platform COLLATE "C", staged.platform), greatest(play.shuffle, staged.shuffle),
                greatest(play.skipped, staged.skipped), greatest(play.offline, staged.offline), greatest(play.incognito, staged.incognito)))
        """;

    /// <summary>Nothing but equalities, which a hash join can take: an item is its id, or without one show and name.</summary>
    private const string Others =
        """
        FROM staged_others AS staged
        JOIN (SELECT DISTINCT ON (identity) identity, kind, spotify_id, name, artist FROM staged_items WHERE kind <> 0 ORDER BY identity) AS named
            ON named.identity = staged.identity
        JOIN other_items AS item ON item.kind = (ARRAY['EPISODE', 'CHAPTER', 'UNKNOWN'])[named.kind]
            AND coalesce(item.spotify_id, '') = coalesce(named.spotify_id, '')
            AND CASE WHEN item.spotify_id IS NULL THEN item.show_name ELSE '' END = CASE WHEN named.spotify_id IS NULL THEN named.artist ELSE '' END
            AND CASE WHEN item.spotify_id IS NULL THEN item.name ELSE '' END = CASE WHEN named.spotify_id IS NULL THEN named.name ELSE '' END
        """;
}
