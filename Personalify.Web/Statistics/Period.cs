using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>Whole days in the listener's zone, both included.</summary>
public sealed record Period(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The same number of days that end right before.</summary>
    public Period Preceding => new(From.AddDays(-Days), From.AddDays(-1));

    public PeriodInput ToInput() => new(From, To);

    public override string ToString() => Format.Days(From, To);
}

public sealed record PeriodInput(DateOnly? From, DateOnly? To);
