namespace Personalify.Domain.Listening;

/// <summary>Whole days in the listener's time zone, both included. The first is never after the last.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
public readonly record struct Period(DateOnly From, DateOnly To)
{
    /// <summary>How many days; at least one.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;
}
