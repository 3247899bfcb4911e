using System.Globalization;

namespace Personalify.Web.Statistics;

/// <summary>Reads the values of an address. A missing or empty one is the default; what cannot be read is told, never guessed at.</summary>
public static class AddressText
{
    private const string DayFormat = "yyyy-MM-dd";
    private static readonly Texts Text = Texts.Of(typeof(AddressText));

    // Beyond these the arithmetic of periods could leave the calendar, and there is no music to be found.
    private const int FirstYear = 1900;
    private const int LastYear = 2999;

    /// <exception cref="AddressException">The value is no day.</exception>
    public static DateOnly? Day(IQueryCollection query, string key) => $"{query[key]}" switch
    {
        "" => null,
        var text when Parse(text, DayFormat) is { } day => day,
        var text => throw AddressException.Of(key, text, Text["A day is written like {0} and lies in the years {1} to {2}.", "2024-05-31", FirstYear.ToString(CultureInfo.InvariantCulture), LastYear.ToString(CultureInfo.InvariantCulture)]),
    };

    /// <exception cref="AddressException">The value is none of them.</exception>
    public static T OneOf<T>(IQueryCollection query, string key, IReadOnlyDictionary<string, T> choices, T missing) =>
        $"{query[key]}" switch
    {
        "" => missing,
        var text when choices.TryGetValue(text, out var value) => value,
        var text => throw AddressException.Of(key, text, Text["It can be {0}.", string.Join(", ", choices.Keys)]),
    };

    /// <exception cref="AddressException">The value is no page's number.</exception>
    public static int Page(IQueryCollection query, string key) => $"{query[key]}" switch
    {
        "" => 1,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 => page,
        var text => throw AddressException.Of(key, text, Text["Pages are numbered from 1."]),
    };

    /// <exception cref="AddressException">The value is no hour of the day.</exception>
    public static int? Hour(IQueryCollection query, string key) => $"{query[key]}" switch
    {
        "" => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24 => hour,
        var text => throw AddressException.Of(key, text, Text["Hours go from 0 to 23."]),
    };

    /// <summary>A calendar year or month: <c>2024</c>, <c>2024-05</c>.</summary>
    public static Period? CalendarPeriod(string text)
    {
        if (Parse(text, "yyyy-MM") is { } month) return new(month, month.AddMonths(1).AddDays(-1));
        return Parse(text, "yyyy") is { } year ? new(year, new(year.Year, 12, 31)) : null;
    }

    private static DateOnly? Parse(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= FirstYear and <= LastYear ? day : null;
}
