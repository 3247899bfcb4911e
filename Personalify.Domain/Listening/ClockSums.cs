using System.Buffers;

namespace Personalify.Domain.Listening;

/// <summary>Plays and milliseconds by weekday and hour.</summary>
internal sealed class HourSums
{
    /// <summary>Hours of a week, from Monday 0:00 on.</summary>
    public const int Hours = 7 * 24;

    // 2000-01-01, where days are counted from, was a Saturday; the week begins on Monday. One week more keeps seconds before it positive.
    private const int FirstHour = (5 + 7) * 24;

    private readonly int[] _plays = new int[Hours];
    private readonly long[] _milliseconds = new long[Hours];

    /// <summary>The hour of the week of a moment, 0 to 167.</summary>
    public static int HourOf(int second, int offset) => (int)((uint)(second + offset + FirstHour * 3600) / 3600 % Hours);

    public void Add(in DecodedPlays plays, ReadOnlySpan<int> picks, int offset)
    {
        var ended = plays.Ended;
        var milliseconds = plays.Milliseconds;
        foreach (var i in picks)
        {
            var hour = HourOf(ended[i], offset);
            _plays[hour]++;
            _milliseconds[hour] += milliseconds[i];
        }
    }

    public IReadOnlyList<WeekdayHourListening> ToList() =>
        [
            .. Enumerable.Range(0, Hours)
                .Select(hour => new WeekdayHourListening((Weekday)(hour / 24 + 1), hour % 24, _plays[hour], _milliseconds[hour])),
        ];
}

/// <summary>Plays and milliseconds by day.</summary>
internal sealed class DaySums : IDisposable
{
    // Every day of PlayTime in any zone, so that a play only indexes; a zone behind UTC begins on the day before.
    private static readonly int Days = (int)(PlayTime.End - PlayTime.Start).TotalDays + 2;

    private readonly int[] _plays = RentCleared<int>();
    private readonly long[] _milliseconds = RentCleared<long>();

    public void Add(in DecodedPlays plays, ReadOnlySpan<int> picks, int offset)
    {
        var ended = plays.Ended;
        var milliseconds = plays.Milliseconds;
        foreach (var i in picks)
        {
            var day = PlayTime.DayOfLocal(ended[i] + offset) + 1;
            _plays[day]++;
            _milliseconds[day] += milliseconds[i];
        }
    }

    public IReadOnlyList<DayListening> ToList()
    {
        var days = new List<DayListening>();
        for (var day = 0; day < Days; day++)
        {
            if (_plays[day] > 0) days.Add(new DayListening(PlayTime.FromDay(day - 1), _plays[day], _milliseconds[day]));
        }

        return days;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_plays);
        ArrayPool<long>.Shared.Return(_milliseconds);
    }

    private static T[] RentCleared<T>()
    {
        var array = ArrayPool<T>.Shared.Rent(Days);
        array.AsSpan(0, Days).Clear();
        return array;
    }
}
