namespace Personalify.Web.Statistics;

/// <summary>The months of a calendar, each by its first day.</summary>
public static class Months
{
    /// <summary>From one month to another, those without a value too.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly first, DateOnly last)
    {
        for (var month = first; month <= last; month = month.AddMonths(1)) yield return month;
    }
}
