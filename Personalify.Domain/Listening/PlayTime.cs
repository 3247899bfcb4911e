namespace Personalify.Domain.Listening;

/// <summary>
/// The time of a play as the rollup keeps it: whole seconds since 2000-01-01 00:00 UTC in 4 bytes. That reaches past 2068-01-19 and
/// leaves room for any zone's offset, so the last moment a play may end is the one before <see cref="End"/>.
/// </summary>
public static class PlayTime
{
    /// <summary>Seconds of a day.</summary>
    public const int SecondsPerDay = 86_400;

    /// <summary>The first moment at which a play may end; second 0.</summary>
    public static readonly DateTimeOffset Start = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>No play ends at or after this moment.</summary>
    public static readonly DateTimeOffset End = new(2068, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly int FirstDay = DateOnly.FromDateTime(Start.DateTime).DayNumber;

    /// <summary>Whole seconds since <see cref="Start"/>, fractions cut off.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The moment is before <see cref="Start"/> or not before <see cref="End"/>.</exception>
    public static int ToSeconds(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, Start);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(moment, End);
        return (int)((moment.UtcTicks - Start.UtcTicks) / TimeSpan.TicksPerSecond);
    }

    /// <summary>The moment of a second.</summary>
    public static DateTimeOffset FromSeconds(int seconds) => Start.AddSeconds(seconds);

    /// <summary>The day number of a local second; rounds down before 2000 as well.</summary>
    internal static int DayOfLocal(int second) => (second + SecondsPerDay) / SecondsPerDay - 1;

    /// <summary>The day number of a date: 0 is 2000-01-01, a Saturday; earlier days are negative.</summary>
    internal static int ToDay(DateOnly date) => date.DayNumber - FirstDay;

    /// <summary>The date of a day number.</summary>
    internal static DateOnly FromDay(int day) => DateOnly.FromDayNumber(day + FirstDay);
}
