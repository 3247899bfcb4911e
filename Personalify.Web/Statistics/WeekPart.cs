using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>A weekday, an hour of the day or both, to which a list of plays is narrowed; neither is the whole week.</summary>
public sealed record WeekPart(Weekday? Weekday, int? Hour)
{
    private const string WeekdayKey = "weekday";
    private const string HourKey = "hour";
    private static readonly Texts Text = Texts.Of(typeof(WeekPart));

    private static readonly Dictionary<string, Weekday?> Weekdays =
        Enum.GetValues<Weekday>().ToDictionary(KeyOf, weekday => (Weekday?)weekday);

    public bool IsWhole => this is { Weekday: null, Hour: null };

    public IReadOnlyList<Weekday>? AskedWeekdays => Weekday is { } weekday ? [weekday] : null;

    public IReadOnlyList<int>? AskedHours => Hour is { } hour ? [hour] : null;

    /// <summary>As the address says it.</summary>
    public IEnumerable<(string Key, string Value)> Values
    {
        get
        {
            if (Weekday is { } weekday) yield return (WeekdayKey, KeyOf(weekday));
            if (Hour is { } hour) yield return (HourKey, $"{hour}");
        }
    }

    /// <summary>In words: <c>Mondays, 9:00 – 9:59</c>.</summary>
    public string Words => (Weekday, Hour) switch
    {
        ({ } weekday, null) => Days(weekday),
        ({ } weekday, { } hour) => $"{Days(weekday)}, {HourWords(hour)}",
        (null, { } hour) => HourWords(hour),
        _ => "",
    };

    /// <exception cref="AddressException">The address names a weekday or an hour that does not exist.</exception>
    public static WeekPart Read(IQueryCollection query) =>
        new(AddressText.OneOf(query, WeekdayKey, Weekdays, null), AddressText.Hour(query, HourKey));

    private static string HourWords(int hour) => $"{Format.Hour(hour)} – {Format.LastMinute(hour)}";

    private static string Days(Weekday weekday) => Text["{0}s", WeekModel.Weekdays[(int)weekday - 1]];

    private static string KeyOf(Weekday weekday) => weekday.ToString().ToLowerInvariant();
}
