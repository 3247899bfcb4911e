using System.Globalization;

namespace Personalify.Web.Formatting;

/// <summary>
/// How figures, lengths of time and dates are written in the language of the request, decided once. Units follow their number by a thin
/// no-break space.
/// </summary>
public static class Format
{
    public const char ThinSpace = '\u202f';
    private const char NoBreakSpace = '\u00a0';
    private static readonly Texts Text = Texts.Of(typeof(Format));

    private static CultureInfo Culture => CultureInfo.CurrentCulture;

    /// <summary>
    /// The same with ordinary spaces, for places that keep their lines together by style: a page writes each no-break space with eight
    /// letters.
    /// </summary>
    public static string Plain(string text) => text.Replace(ThinSpace, ' ').Replace(NoBreakSpace, ' ');

    public static string Hours => Text["h"];

    /// <summary>The unit of many plays.</summary>
    public static string Plays => Text["plays"];

    public static string Number(long value) => value.ToString("N0", Culture);

    public static string Unit(string number, string unit) => $"{number}{ThinSpace}{unit}";

    /// <summary>A number of things, which the resource file of this folder knows by their English names.</summary>
    public static string Count(long value, string one, string many) => $"{Number(value)} {Text.Plural(value, one, many)}";

    /// <summary>What is no music: <c>534 episodes and 12 chapters</c>.</summary>
    public static string SpokenWord(int episodes, int chapters)
    {
        var parts = new[] { (episodes, "episode", "episodes"), (chapters, "chapter", "chapters") };
        return string.Join(Text[" and "], parts.Where(part => part.Item1 > 0).Select(part => Count(part.Item1, part.Item2, part.Item3)));
    }

    /// <summary>How many times as much: <c>4.5</c>, from ten on without a decimal.</summary>
    public static string Multiple(double ratio) => ratio < 10 ? ratio.ToString("0.#", Culture) : Number((long)Math.Round(ratio));

    /// <summary>A share of 0 to 1: <c>42 %</c>, below ten with a decimal, below a tenth of one per cent as less than that.</summary>
    public static string Percent(double share) => share switch
    {
        <= 0 => Unit("0", "%"),
        < 0.001 => Unit(Text["less than {0}", 0.1.ToString("0.#", Culture)], "%"),
        < 0.1 => Unit((share * 100).ToString("0.#", Culture), "%"),
        _ => Unit((share * 100).ToString("0", Culture), "%"),
    };

    /// <summary>Listening time: <c>412 h</c>, <c>10 h 12 min</c>, <c>8 min</c>, <c>45 s</c>.</summary>
    public static string Duration(long milliseconds)
    {
        var (number, unit) = Whole(milliseconds);
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.TotalHours is >= 1 and < 100 ? HoursAndMinutes(time) : Unit(number, unit);
    }

    /// <summary>
    /// The same in one unit, as the number and the unit that a figure shows: hours, else minutes, else seconds. What does not fill a unit
    /// is left out and never rounded up, here as there, so that no two places disagree.
    /// </summary>
    public static (string Number, string Unit) Whole(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        if (time.TotalMinutes < 1) return (Number((long)time.TotalSeconds), Text["s"]);
        if (time.TotalHours < 1) return (Number((long)time.TotalMinutes), Text["min"]);
        return time.TotalHours < 100
            ? ((Math.Floor(time.TotalMinutes / 6) / 10).ToString("0.#", Culture), Hours)
            : (Number((long)time.TotalHours), Hours);
    }

    /// <summary>The length of one play: <c>3:07</c>, <c>1:02:45</c>.</summary>
    public static string Clock(long milliseconds)
    {
        var time = TimeSpan.FromMilliseconds(milliseconds);
        return time.TotalHours < 1
            ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture)
            : $"{(long)time.TotalHours}:{time.ToString(@"mm\:ss", CultureInfo.InvariantCulture)}";
    }

    /// <summary>Decimal units, as file managers show them: <c>3.4 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => Unit(Number(bytes), "B"),
        < 1_000_000 => Unit(Number(bytes / 1_000), "kB"),
        < 1_000_000_000 => Unit((bytes / 1e6).ToString("0.#", Culture), "MB"),
        _ => Unit((bytes / 1e9).ToString("0.##", Culture), "GB"),
    };

    public static string Day(DateOnly day) => NoBreak(day.ToString("d MMM yyyy", Culture));

    public static string LongDay(DateOnly day) => day.ToString("dddd, d MMMM yyyy", Culture);

    public static string Month(DateOnly month) => NoBreak(month.ToString("MMM yyyy", Culture));

    public static string LongMonth(DateOnly month) => month.ToString("MMMM yyyy", Culture);

    /// <summary>On an axis, where the year is known: <c>14 Jan</c>.</summary>
    /// <summary><c>5/24</c>, where there is no room for more.</summary>
    public static string MonthNumber(DateOnly month) => month.ToString("M'/'yy", CultureInfo.InvariantCulture);

    public static string DayOfYear(DateOnly day) => day.ToString("d MMM", Culture);

    /// <summary>On an axis, where the year is known: <c>Jan</c>.</summary>
    public static string MonthOfYear(DateOnly month) => month.ToString("MMM", Culture);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Both ends, the year only as often as it is needed: <c>14 Jan – 2 Mar 2025</c>.</summary>
    public static string Days(DateOnly from, DateOnly to)
    {
        if (from == to) return Day(from);
        var start = from.Year == to.Year ? NoBreak(DayOfYear(from)) : Day(from);
        return $"{start} – {Day(to)}";
    }

    /// <summary>A moment already in the reader's zone: <c>21:04</c>, or <c>21.04</c> where clocks are written so.</summary>
    public static string Time(DateTimeOffset moment) => moment.ToString("HH:mm", Culture);

    /// <summary>The start of an hour of the day: <c>9:00</c>.</summary>
    public static string Hour(int hour) => new TimeOnly(hour, 0).ToString("H:mm", Culture);

    /// <summary>The last minute of an hour of the day: <c>9:59</c>.</summary>
    public static string LastMinute(int hour) => new TimeOnly(hour, 59).ToString("H:mm", Culture);

    public static string DayAndTime(DateTimeOffset moment) => $"{Day(DateOnly.FromDateTime(moment.DateTime))}, {Time(moment)}";

    /// <summary>The same to the second, where minutes do not tell two moments apart.</summary>
    public static string DayAndSecond(DateTimeOffset moment) =>
        $"{Day(DateOnly.FromDateTime(moment.DateTime))}, {moment.ToString("HH:mm:ss", Culture)}";

    /// <summary>The same to the thousandth of a second.</summary>
    public static string DayAndInstant(DateTimeOffset moment) =>
        $"{Day(DateOnly.FromDateTime(moment.DateTime))}, {moment.ToString("HH:mm:ss.fff", Culture)}";

    private static string HoursAndMinutes(TimeSpan time)
    {
        var hours = Unit(Number((long)time.TotalHours), Hours);
        return time.Minutes == 0 ? hours : $"{hours}{NoBreakSpace}{Unit(Number(time.Minutes), Text["min"])}";
    }

    private static string NoBreak(string text) => text.Replace(' ', NoBreakSpace);
}
