using Npgsql;
using Personalify.Api.Listening;

namespace Personalify.Api.Imports;

/// <summary>
/// Decides which account-data plays an extended row describes better: the same listener, artist, title and length, with ends at most 90
/// seconds apart, since account data cuts the seconds off. It depends only on which plays there are, never on which came first.
/// </summary>
internal static class SupersededPlays
{
    private const string Recompute =
        """
        WITH account AS (
            SELECT play.track_id, play.ended_at, play.ms_played, play.source, play.is_superseded AS was, track.artist_id, track.name_key
            FROM plays AS play
            JOIN tracks AS track ON track.id = play.track_id
            WHERE play.user_id = $1 AND (play.source = 'ACCOUNT' OR play.is_superseded)
                AND play.ended_at BETWEEN $2::timestamptz - interval '90 seconds' AND $3::timestamptz + interval '90 seconds'
        ), covered AS (
            SELECT DISTINCT account.track_id, account.ended_at, account.ms_played
            FROM account
            JOIN plays AS better ON better.user_id = $1 AND better.source <> 'ACCOUNT' AND better.ms_played = account.ms_played
                AND better.ended_at BETWEEN account.ended_at - interval '90 seconds' AND account.ended_at + interval '90 seconds'
                AND better.ended_at BETWEEN $2::timestamptz - interval '180 seconds' AND $3::timestamptz + interval '180 seconds'
            JOIN tracks AS track ON track.id = better.track_id AND track.artist_id = account.artist_id AND track.name_key = account.name_key
            WHERE account.source = 'ACCOUNT'
        ), changed AS (
            SELECT account.track_id, account.ended_at, account.ms_played, covered.track_id IS NOT NULL AS now
            FROM account
            LEFT JOIN covered USING (track_id, ended_at, ms_played)
            WHERE account.was <> (covered.track_id IS NOT NULL)
        )
        UPDATE plays SET is_superseded = changed.now
        FROM changed
        WHERE plays.user_id = $1 AND plays.track_id = changed.track_id AND plays.ended_at = changed.ended_at AND plays.ms_played = changed.ms_played
        RETURNING date_trunc('month', plays.ended_at AT TIME ZONE 'UTC')::date
        """;

    /// <summary>Recomputes where anything between the two times changed, and returns the months of the plays that count differently now.</summary>
    public static async Task<IReadOnlyCollection<PlayMonth>> RecomputeAsync(
        NpgsqlConnection connection, int userId, TimeSpanOfPlays span, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(Recompute, connection)
        {
            Parameters = { new() { Value = userId }, new() { Value = span.First }, new() { Value = span.Last } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var months = new HashSet<PlayMonth>();
        while (await reader.ReadAsync(cancellationToken)) months.Add(new PlayMonth(userId, reader.GetFieldValue<DateOnly>(0)));
        return months;
    }
}

/// <summary>From the first to the last end of plays that changed.</summary>
internal readonly record struct TimeSpanOfPlays(DateTime First, DateTime Last)
{
    /// <summary>Every time that a play can have.</summary>
    public static readonly TimeSpanOfPlays All = new(DateTime.UnixEpoch, DateTime.UnixEpoch.AddYears(200));

    /// <summary>From the start of the first month to the end of the last; the months are in order.</summary>
    public static TimeSpanOfPlays Of(IReadOnlyList<PlayMonth> months) => new(StartOf(months[0].Month), StartOf(months[^1].Month.AddMonths(1)));

    private static DateTime StartOf(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
