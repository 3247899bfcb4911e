using System.Collections.Concurrent;

namespace Personalify.Domain.Listening;

/// <summary>
/// A time zone as a list of spans with a constant offset, over all of <see cref="PlayTime"/>. Reading the local day and hour of a
/// million plays then costs an addition each, not a look-up of rules. Half-hour zones, daylight saving and changed offsets are exact.
/// </summary>
/// <remarks>
/// Spans are found by comparing the offsets a day apart and halving down to the second where they differ. A zone that left an offset and
/// came back to it within one day would not be noticed; no zone has done so since 2000.
/// </remarks>
public sealed class ZoneClock
{
    private static readonly ConcurrentDictionary<string, ZoneClock> Clocks = new(StringComparer.Ordinal);
    private static readonly int EndSecond = PlayTime.ToSeconds(PlayTime.End.AddSeconds(-1)) + 1;

    private readonly ZoneSpan[] _spans;

    private ZoneClock(TimeZoneInfo zone) => _spans = [.. FindSpans(zone)];

    /// <summary>The clock of a zone; made once for each zone of the system.</summary>
    public static ZoneClock Of(TimeZoneInfo zone) => Clocks.GetOrAdd(zone.Id, static (_, zone) => new ZoneClock(zone), zone);

    /// <summary>The local date of a moment, given in seconds of <see cref="PlayTime"/>.</summary>
    public DateOnly DateOf(int second) => PlayTime.FromDay(PlayTime.DayOfLocal(second + _spans[IndexAt(second)].Offset));

    /// <summary>
    /// The stretches of time, ends excluded, that make up a period: one, but for a zone that turned its clocks back over midnight,
    /// where the day before comes back. Empty for a period outside of <see cref="PlayTime"/>.
    /// </summary>
    public IReadOnlyList<(DateTimeOffset From, DateTimeOffset To)> RangesOf(PeriodBounds period)
    {
        var (fromDay, toDay) = period.ToDays();
        var ranges = new List<(int From, int To)>();
        foreach (var span in _spans)
        {
            var from = (int)Math.Clamp((long)fromDay * PlayTime.SecondsPerDay - span.Offset, span.Start, span.End);
            var to = (int)Math.Clamp((toDay + 1L) * PlayTime.SecondsPerDay - span.Offset, span.Start, span.End);
            if (from >= to) continue;
            if (ranges is [.., var last] && last.To == from) ranges[^1] = (last.From, to);
            else ranges.Add((from, to));
        }

        return ranges.ConvertAll(range => (PlayTime.FromSeconds(range.From), PlayTime.FromSeconds(range.To)));
    }

    /// <summary>The spans in order that overlap the seconds from <paramref name="first"/> to <paramref name="last"/>, both included.</summary>
    internal ReadOnlySpan<ZoneSpan> SpansBetween(int first, int last)
    {
        var from = IndexAt(first);
        return _spans.AsSpan(from, IndexAt(last) - from + 1);
    }

    private int IndexAt(int second)
    {
        var (low, high) = (0, _spans.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_spans[middle].Start <= second) low = middle;
            else high = middle - 1;
        }

        return low;
    }

    private static IEnumerable<ZoneSpan> FindSpans(TimeZoneInfo zone)
    {
        var (start, offset) = (0, OffsetAt(zone, 0));
        for (var second = 0; second < EndSecond; second += PlayTime.SecondsPerDay)
        {
            var next = Math.Min(second + PlayTime.SecondsPerDay, EndSecond - 1);
            if (OffsetAt(zone, next) == offset) continue;
            var change = FindChange(zone, second, next, offset);
            yield return new ZoneSpan(start, change, offset);
            (start, offset) = (change, OffsetAt(zone, next));
        }

        yield return new ZoneSpan(start, EndSecond, offset);
    }

    /// <summary>The first second after <paramref name="same"/> at which the offset is another one.</summary>
    private static int FindChange(TimeZoneInfo zone, int same, int other, int offset)
    {
        while (other - same > 1)
        {
            var middle = same + (other - same) / 2;
            if (OffsetAt(zone, middle) == offset) same = middle;
            else other = middle;
        }

        return other;
    }

    private static int OffsetAt(TimeZoneInfo zone, int second) => (int)zone.GetUtcOffset(PlayTime.FromSeconds(second)).TotalSeconds;
}

/// <summary>A stretch of time in which a zone keeps one offset.</summary>
/// <param name="Start">Its first second, of <see cref="PlayTime"/>.</param>
/// <param name="End">The second after its last.</param>
/// <param name="Offset">Seconds to add to UTC for local time.</param>
internal readonly record struct ZoneSpan(int Start, int End, int Offset);
