namespace Personalify.Api.Imports;

/// <summary>
/// The statements of <see cref="AccountOverlapStore"/>. Rows that may overlap are account-data plays and those of the extended history,
/// which is the better source, with the names that their own rows carried: those that are there and those that an import would add. Plays
/// that Spotify told are no export, and give way to both (<see cref="Sync.Plays.PolledJoin"/>). $1 is the user.
/// </summary>
internal static class AccountOverlapSql
{
    public const string AnyAccount =
        """
        SELECT EXISTS (SELECT FROM staged_plays WHERE is_account AND NOT was_there)
            OR EXISTS (SELECT FROM plays WHERE user_id = $1 AND source = 'ACCOUNT')
        """;

    public const string FillStaged =
        """
        INSERT INTO overlap (is_account, names_key, reported_at, ms_played, track_id, identity, offline_at, ordinal, was_covered)
        SELECT is_account, names_key, reported_at, ms_played, track_id, identity, offline_at, ordinal, false
        FROM staged_plays
        WHERE NOT was_there
        """;

    /// <summary>What further rows of the files say of plays, new ones and those that are there, where they name them differently.</summary>
    public const string FillStagedNames =
        """
        INSERT INTO overlap (is_account, names_key, reported_at, ms_played, track_id, identity, offline_at, ordinal, was_covered)
        SELECT DISTINCT false, item.names_key, play.reported_at, play.ms_played, play.track_id,
            CASE WHEN NOT play.was_there THEN play.identity END,
            play.offline_at, play.ordinal, false
        FROM (SELECT * FROM staged_plays WHERE NOT is_account AND (was_there OR other_names_key IS NOT NULL)) AS play
        JOIN staged_items AS item ON item.identity = play.identity
        JOIN staged_rows AS said ON said.item = item.item AND said.reported_at = play.reported_at AND said.ms_played = play.ms_played
            AND said.offline_at = play.offline_at
        WHERE play.was_there OR item.names_key <> play.names_key
        """;

    /// <summary>
    /// A play from account data counts as one of a better source once the files bring it as an extended row (a track without an id at a
    /// full minute).
    /// </summary>
    public const string FillOwnAccount =
        """
        INSERT INTO overlap (is_account, names_key, reported_at, ms_played, track_id, offline_at, ordinal, was_covered)
        WITH own AS MATERIALIZED (
            SELECT names_key, reported_at, ms_played, track_id, offline_at, ordinal, is_superseded FROM plays
            WHERE user_id = $1 AND source = 'ACCOUNT'
        )
        SELECT better.track_id IS NULL, own.names_key, own.reported_at, own.ms_played, own.track_id, own.offline_at, own.ordinal,
            own.is_superseded
        FROM own
        LEFT JOIN (SELECT * FROM staged_plays WHERE was_there AND NOT is_account) AS better
            ON better.track_id = own.track_id AND better.reported_at = own.reported_at AND better.ms_played = own.ms_played
            AND better.offline_at = own.offline_at AND better.ordinal = own.ordinal
        """;

    public const string TimesOfAccount =
        "SELECT min(reported_at) - interval '1 minute', max(reported_at) + interval '2 minutes' FROM overlap WHERE is_account";

    /// <summary>
    /// Plays of better sources near any of account data ($2 to $3, with the month by which a play may be placed earlier than it was
    /// reported), each with every name that one of its deliveries gave it.
    /// </summary>
    public const string FillOwnBetter =
        """
        INSERT INTO overlap (is_account, names_key, reported_at, ms_played, track_id, offline_at, ordinal, was_covered)
        WITH own AS MATERIALIZED (
            SELECT names_key, reported_at, ms_played, track_id, offline_at, ordinal, is_superseded FROM plays
            WHERE user_id = $1 AND source = 'EXTENDED' AND ended_at BETWEEN $2::timestamptz - interval '31 days' AND $3
                AND reported_at BETWEEN $2 AND $3
        ), observed AS MATERIALIZED (
            SELECT names_key, reported_at, ms_played, track_id, offline_at, ordinal FROM play_observations
            WHERE user_id = $1 AND source = 'EXTENDED' AND reported_at BETWEEN $2 AND $3
        ), named AS (
            SELECT names_key, reported_at, ms_played, track_id, offline_at, ordinal, is_superseded FROM own
            UNION
            SELECT observed.names_key, own.reported_at, own.ms_played, own.track_id, own.offline_at, own.ordinal, own.is_superseded
            FROM own
            JOIN observed ON observed.track_id = own.track_id AND observed.reported_at = own.reported_at
                AND observed.ms_played = own.ms_played
                AND observed.offline_at = own.offline_at AND observed.ordinal = own.ordinal
        )
        SELECT false, named.names_key, named.reported_at, named.ms_played, named.track_id, coalesce(settling.offline_at, named.offline_at),
            named.ordinal, named.is_superseded
        FROM named
        LEFT JOIN (SELECT track_id, reported_at, ms_played, offline_at, 'infinity'::timestamptz AS had_offline_at
            FROM staged_plays WHERE settles) AS settling
            ON settling.track_id = named.track_id AND settling.reported_at = named.reported_at AND settling.ms_played = named.ms_played
            AND settling.had_offline_at = named.offline_at
        """;

    /// <summary>
    /// The rows whose names and length stand on both sides, length by length. What tells plays apart comes with them, because a play with
    /// several names is several rows: a new one is known by its identity in the files (told as a negative number), others by their track.
    /// </summary>
    public const string Candidates =
        """
        SELECT candidate.number, candidate.is_account, candidate.names_key, candidate.ms_played,
            extract(epoch FROM candidate.reported_at)::bigint,
            coalesce(-candidate.identity - 1, candidate.track_id), extract(epoch FROM candidate.offline_at)::float8, candidate.ordinal
        FROM overlap AS candidate
        JOIN (
            SELECT names_key, ms_played FROM overlap GROUP BY names_key, ms_played HAVING bool_or(is_account) AND NOT bool_and(is_account)
        ) AS shared ON shared.names_key = candidate.names_key AND shared.ms_played = candidate.ms_played
        ORDER BY candidate.ms_played
        """;

    public const string Cover = "UPDATE overlap SET is_covered = true WHERE number = ANY ($1)";

    public const string CoverStaged =
        """
        UPDATE staged_plays SET is_covered = true
        FROM (SELECT identity, reported_at, ms_played, offline_at, ordinal FROM overlap
            WHERE is_covered AND identity IS NOT NULL) AS covered
        WHERE staged_plays.identity = covered.identity AND staged_plays.reported_at = covered.reported_at
            AND staged_plays.ms_played = covered.ms_played
            AND staged_plays.offline_at = covered.offline_at AND staged_plays.ordinal = covered.ordinal
        """;

    /// <summary>Plays that were there and count differently now.</summary>
    public const string Supersede =
        """
        WITH changing AS MATERIALIZED (
            SELECT DISTINCT track_id, reported_at, ms_played, offline_at, ordinal, is_covered FROM overlap
            WHERE identity IS NULL AND is_covered <> was_covered
        ), changed AS (
            UPDATE plays SET is_superseded = changing.is_covered
            FROM changing
            WHERE plays.user_id = $1 AND plays.track_id = changing.track_id AND plays.reported_at = changing.reported_at
                AND plays.ms_played = changing.ms_played AND plays.offline_at = changing.offline_at AND plays.ordinal = changing.ordinal
            RETURNING plays.ended_at
        )
        INSERT INTO touched_months SELECT DISTINCT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM changed
        """;
}
