namespace Personalify.Domain.Listening;

/// <summary>
/// A period as somebody asks for it: whole days in the listener's time zone, both ends included, a missing end open.
/// The default value is open at both ends.
/// </summary>
public readonly record struct PeriodBounds
{
    /// <summary>The longest period, in years, that may be asked for by naming both ends.</summary>
    public const int MaxYears = 200;

    private PeriodBounds(DateOnly? from, DateOnly? to) => (From, To) = (from, to);

    /// <summary>The first day, or <c>null</c>: from the first play on.</summary>
    public DateOnly? From { get; }

    /// <summary>The last day, or <c>null</c>: up to the last play.</summary>
    public DateOnly? To { get; }

    /// <summary>The days between two ends, either of which may be open.</summary>
    /// <exception cref="InvalidPeriodException">The period ends before it begins, or is longer than <see cref="MaxYears"/>.</exception>
    public static PeriodBounds Between(DateOnly? from, DateOnly? to)
    {
        if (from is { } first && to is { } last)
        {
            if (first > last) throw InvalidPeriodException.EndsBeforeItBegins(first, last);
            if (last.Year - first.Year > MaxYears) throw InvalidPeriodException.TooLong(first, last, MaxYears);
        }

        return new PeriodBounds(from, to);
    }

    /// <summary>
    /// The period with its open ends closed at the first and last day of listening, and never turned around: where the given end lies
    /// outside of the listening, the period is that one day. <c>null</c> when an end is open and there is nothing to close it with.
    /// </summary>
    public Period? Close(Period? listened)
    {
        if (From is { } from && To is { } to) return new Period(from, to);
        if (listened is not { } days) return null;
        var first = From ?? (To is { } end && end < days.From ? end : days.From);
        var last = To ?? (first > days.To ? first : days.To);
        return new Period(first, last);
    }

    /// <summary>Day numbers of <see cref="PlayTime"/>; an open end is the farthest number.</summary>
    internal (int From, int To) ToDays() => (
        From is { } from ? PlayTime.ToDay(from) : int.MinValue,
        To is { } to ? PlayTime.ToDay(to) : int.MaxValue);
}
