using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Moods;

/// <summary>
/// The hours of the day as a ring, midnight at its top: how far a sector reaches is what share of that hour's listening tells a mood, its
/// parts are which. The hour with the largest share reaches the rim.
/// </summary>
public sealed class MoodRing
{
    private const int Hours = 24;
    private const double Inner = 36;
    private const double Outer = 100;
    private const double Degrees = 360.0 / Hours;
    private const double Gap = 1.2;
    private readonly TopOrder _by;

    public MoodRing(IEnumerable<MoodGroup> hours, TopOrder by)
    {
        _by = by;
        var known = hours.Where(group => group.Hour is not null).ToDictionary(group => group.Hour!.Value);
        Most = known.Values.Select(group => group.ToldShare(by)).DefaultIfEmpty().Max();
        Sectors = [.. Enumerable.Range(0, Hours).Select(hour => SectorOf(hour, known.GetValueOrDefault(hour)))];
    }

    /// <summary>The share of the hour that reaches the rim, 0 to 1.</summary>
    public double Most { get; }

    public IReadOnlyList<RingSector> Sectors { get; }

    private RingSector SectorOf(int hour, MoodGroup? group)
    {
        var (parts, from) = (new List<RingPart>(), Inner);
        foreach (var mood in group is null ? [] : MoodNames.Told)
        {
            if (group!.ShareOf(mood, _by) is not (> 0 and var share)) continue;
            var to = from + ((Outer - Inner) * share / Most);
            parts.Add(new RingPart(mood, PathOf(hour, from, to)));
            from = to;
        }

        return new RingSector($"{Format.Hour(hour)}: {MoodGroup.Words(group, _by)}", PathOf(hour, Inner, Outer), parts);
    }

    private static string PathOf(int hour, double inner, double outer)
    {
        var (from, to) = ((hour * Degrees) + (Gap / 2), ((hour + 1) * Degrees) - (Gap / 2));
        return $"M{At(inner, from)}{Arc(inner, to, isClockwise: true)}L{At(outer, to)}{Arc(outer, from, isClockwise: false)}Z";
    }

    private static string Arc(double radius, double degrees, bool isClockwise) => string.Create(
        CultureInfo.InvariantCulture, $"A{radius:0.##} {radius:0.##} 0 0 {(isClockwise ? 1 : 0)} {At(radius, degrees)}");

    /// <param name="radius">From the middle.</param>
    /// <param name="degrees">From the top, clockwise.</param>
    private static string At(double radius, double degrees)
    {
        var angle = double.DegreesToRadians(degrees);
        return string.Create(CultureInfo.InvariantCulture, $"{radius * Math.Sin(angle):0.##} {-radius * Math.Cos(angle):0.##}");
    }
}

/// <param name="Words">The hour and its moods.</param>
/// <param name="Ground">All of the sector.</param>
public sealed record RingSector(string Words, string Ground, IReadOnlyList<RingPart> Parts);

public sealed record RingPart(Mood Mood, string Path);
