using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>The SQL that makes a month's columns of its plays: one text for writing and for checking, so that they cannot differ.</summary>
public static class PlayMonthsSql
{
    /// <summary>The columns of <c>play_months</c> after its key, in the order in which <see cref="FromPlays"/> selects them.</summary>
    public const string Columns = "plays, ended, tracks, artists, albums, ms, flags, platforms";

    private const string ThirtySeconds = "play.ms_played >= 30000";
    private const string Finished = "coalesce(play.reason_end = 'trackdone', false)";

    /// <summary>A play is at least half of its track when what was played is no less than what was left, which cannot overflow.
    /// One whose length is assumed is whole by that.</summary>
    private const string HalfOrFourMinutes =
        $"(play.ms_played >= 240000 OR play.source = 'LIVE' OR coalesce(play.ms_played >= track.duration_ms - play.ms_played, {Finished}))";

    /// <summary>The flags of one play. Domain's <see cref="PlayRules.FlagsOf"/> says the same; a test holds the two together.</summary>
    private const string Flags =
        $"""
        ({ThirtySeconds})::int + 2 * {HalfOrFourMinutes}::int + 4 * {Finished}::int
            + 8 * coalesce(play.skipped, false)::int + 16 * coalesce(play.shuffle, false)::int + 32 * coalesce(play.offline, false)::int
            + 64 * coalesce(play.incognito, false)::int + 128 * (play.source = 'ACCOUNT')::int
        """;

    /// <summary>The number of a play's <see cref="Domain.Listening.Platform"/>; 0 where the export tells none.</summary>
    public static readonly string Platform =
        $"coalesce(array_position(ARRAY[{string.Join(", ", Enum.GetNames<Platform>().Select(name => $"'{name.ToLowerInvariant()}'"))}], play.platform), 0)";

    /// <summary>
    /// Plays that are equal up to their length have the same bytes but for their flags; what makes them different plays orders them.
    /// </summary>
    private const string PlayOrder = "ended_at, track_id, ms_played, reported_at, offline_at, ordinal";

    /// <summary>
    /// Selects user, month and <see cref="Columns"/> of user <c>$1</c> for the months <c>$2</c> (date[]). Months without a counted play
    /// give no row. The plays are read once, between the first month and the last: a loop over the months would, where a listener's
    /// plays are too new for statistics, read them all for each month. 946684800 is 2000-01-01 in Unix seconds, where
    /// <see cref="PlayTime"/> starts.
    /// </summary>
    public static readonly string FromPlays =
        $"""
        SELECT user_id, month, count(*)::int AS plays,
            string_agg(int4send(ended), ''::bytea ORDER BY {PlayOrder}) AS ended,
            string_agg(int4send(track_id), ''::bytea ORDER BY {PlayOrder}) AS tracks,
            string_agg(int4send(artist_id), ''::bytea ORDER BY {PlayOrder}) AS artists,
            string_agg(int4send(album_id), ''::bytea ORDER BY {PlayOrder}) AS albums,
            string_agg(int4send(ms_played), ''::bytea ORDER BY {PlayOrder}) AS ms,
            string_agg(set_byte('\x00'::bytea, 0, flags), ''::bytea ORDER BY {PlayOrder}) AS flags,
            string_agg(set_byte('\x00'::bytea, 0, platform), ''::bytea ORDER BY {PlayOrder}) AS platforms
        FROM (
            SELECT play.user_id, date_trunc('month', play.ended_at AT TIME ZONE 'UTC')::date AS month,
                play.ended_at, play.track_id, play.ms_played,
                play.reported_at, play.offline_at, play.ordinal, track.artist_id, coalesce(track.album_id, 0) AS album_id,
                floor(date_part('epoch', play.ended_at) - 946684800)::int AS ended,
                {Flags} AS flags, {Platform} AS platform
            FROM {PlayRow.Source}
            WHERE play.user_id = $1 AND NOT play.is_superseded
                AND play.ended_at >= (SELECT min(month)::timestamp AT TIME ZONE 'UTC' FROM unnest($2::date[]) AS wanted (month))
                AND play.ended_at < (SELECT (max(month) + interval '1 month') AT TIME ZONE 'UTC' FROM unnest($2::date[]) AS wanted (month))
                AND date_trunc('month', play.ended_at AT TIME ZONE 'UTC')::date = ANY ($2::date[])
        ) AS play
        GROUP BY user_id, month
        """;

    /// <summary>The condition under which a row of <c>plays AS play</c>, joined with <c>tracks AS track</c>, counts.</summary>
    public static string Condition(PlayDefinition definition) => definition switch
    {
        PlayDefinition.Any => "true",
        PlayDefinition.ThirtySeconds => ThirtySeconds,
        PlayDefinition.HalfOrFourMinutes => HalfOrFourMinutes,
        PlayDefinition.Finished => Finished,
        _ => throw new ArgumentOutOfRangeException(nameof(definition), definition, "There is no such definition of a play."),
    };
}
