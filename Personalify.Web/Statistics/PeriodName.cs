namespace Personalify.Web.Statistics;

/// <summary>
/// The periods that have a name. Those that are counted in days, weeks or months end where the history ends: an export that is some months
/// old still shows its last weeks rather than nothing. Those with a place in the calendar are where the calendar has them.
/// </summary>
public enum PeriodName
{
    Today,
    SevenDays,
    FourWeeks,
    SixMonths,
    Year,
    ThisMonth,
    LastMonth,
    ThisYear,
    LastYear,

    /// <summary>A calendar year or month by its number, with its first and last day.</summary>
    Calendar,
    All,
    Chosen,
}

/// <summary>How the address and the pickers name them.</summary>
public static class PeriodNames
{
    public static IReadOnlyList<(PeriodName Name, string Key, string Text)> Rolling { get; } =
    [
        (PeriodName.Today, "today", "Today"), (PeriodName.SevenDays, "7d", "7 days"), (PeriodName.FourWeeks, "4w", "4 weeks"),
        (PeriodName.SixMonths, "6m", "6 months"), (PeriodName.Year, "1y", "12 months"), (PeriodName.All, "all", "All"),
    ];

    public static IReadOnlyList<(PeriodName Name, string Key, string Text)> OfCalendar { get; } =
    [
        (PeriodName.ThisMonth, "this-month", "This month"), (PeriodName.LastMonth, "last-month", "Last month"),
        (PeriodName.ThisYear, "this-year", "This year"), (PeriodName.LastYear, "last-year", "Last year"),
    ];

    private static readonly Dictionary<string, PeriodName> ByKey =
        Rolling.Concat(OfCalendar).ToDictionary(entry => entry.Key, entry => entry.Name);

    /// <summary>What can stand in the address, for whom it could not be read.</summary>
    public static string Known { get; } = $"It can be {string.Join(", ", ByKey.Keys)}, a year like 2024 or a month like 2024-05.";

    public static PeriodName? Find(string key) => ByKey.TryGetValue(key, out var name) ? name : null;

    public static string KeyOf(PeriodName name) => ByKey.First(entry => entry.Value == name).Key;
}
