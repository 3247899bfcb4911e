using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>Addresses of the page that lists single plays: behind every figure stand the plays it counts.</summary>
public static class PlaysLink
{
    private const string Path = "/history/plays";

    public static string Of(Period period, PlayDefinition play) => Base(period, play).Link(Path);

    public static string LongestOf(Period period, PlayDefinition play) => Base(period, play).Link(Path, ("order", "longest"));

    public static string OfTrack(string id, Period period, PlayDefinition play) => Base(period, play).Link(Path, ("track", id));

    public static string OfArtist(string id, Period period, PlayDefinition play) => Base(period, play).Link(Path, ("artist", id));

    public static string OfAlbum(string id, Period period, PlayDefinition play) => Base(period, play).Link(Path, ("album", id));

    /// <summary>The plays of a period that ended in an hour of a weekday, of one track, artist or album where it is named.</summary>
    public static Func<Weekday, int, string> OfHours(Period period, PlayDefinition play, params (string Key, string Value)[] subject) =>
        (weekday, hour) => (StatisticsQuery.Default with { Play = play }).At(period)
            .Link(Path, [.. subject, .. new WeekPart(weekday, hour).Values]);

    public static Func<DateOnly, string> OfDay(PlayDefinition play) =>
        day => (StatisticsQuery.Default with { Play = play }).Link(Path, ("day", Format.Iso(day)));

    private static StatisticsQuery Base(Period period, PlayDefinition play) =>
        (StatisticsQuery.Default with { Play = play }).With(period.From, period.To);
}
