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
    private static readonly Texts Text = Texts.Of(typeof(PeriodNames));

    private static readonly Dictionary<PeriodName, string> Keys = new()
    {
        [PeriodName.Today] = "today", [PeriodName.SevenDays] = "7d", [PeriodName.FourWeeks] = "4w", [PeriodName.SixMonths] = "6m",
        [PeriodName.Year] = "1y", [PeriodName.All] = "all", [PeriodName.ThisMonth] = "this-month", [PeriodName.LastMonth] = "last-month",
        [PeriodName.ThisYear] = "this-year", [PeriodName.LastYear] = "last-year",
    };

    private static readonly Dictionary<string, PeriodName> ByKey = Keys.ToDictionary(entry => entry.Value, entry => entry.Key);

    public static IReadOnlyList<(PeriodName Name, string Text)> Rolling =>
    [
        (PeriodName.Today, Text["Today"]), (PeriodName.SevenDays, Text["7 days"]), (PeriodName.FourWeeks, Text["4 weeks"]),
        (PeriodName.SixMonths, Text["6 months"]), (PeriodName.Year, Text["12 months"]), (PeriodName.All, Text["All"]),
    ];

    public static IReadOnlyList<(PeriodName Name, string Text)> OfCalendar =>
    [
        (PeriodName.ThisMonth, Text["This month"]), (PeriodName.LastMonth, Text["Last month"]),
        (PeriodName.ThisYear, Text["This year"]), (PeriodName.LastYear, Text["Last year"]),
    ];

    /// <summary>What can stand in the address, for whom it could not be read.</summary>
    public static string Known =>
        Text["It can be {0}, a year like {1} or a month like {2}.", string.Join(", ", Keys.Values), "2024", "2024-05"];

    public static PeriodName? Find(string key) => ByKey.TryGetValue(key, out var name) ? name : null;

    public static string KeyOf(PeriodName name) => Keys[name];
}
