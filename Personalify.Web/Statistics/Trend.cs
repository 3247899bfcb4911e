using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

public enum TrendDirection { Level, Up, Down }

/// <summary>How a figure moved against the period before, in words.</summary>
public sealed record Trend(TrendDirection Direction, string Text)
{
    // Above this a percentage is harder to grasp than a multiple.
    private const double Multiple = 3;

    /// <summary>Of a number of days, in days.</summary>
    public static Trend? OfDays(int before, int now, string beforeName) => (now - before) switch
    {
        0 => now == 0 ? null : new(TrendDirection.Level, $"as long as {beforeName}"),
        > 0 and var more => new(TrendDirection.Up, $"{Format.Count(more, "day", "days")} longer than {beforeName}"),
        var less => new(TrendDirection.Down, $"{Format.Count(-less, "day", "days")} shorter than {beforeName}"),
    };

    public static Trend? Between(long before, long now, string more, string less, string beforeName)
    {
        if (before == 0) return now == 0 ? null : new Trend(TrendDirection.Up, $"none {beforeName}");
        var ratio = now / (double)before;
        var percent = (int)Math.Round(Math.Abs(ratio - 1) * 100);
        if (percent == 0) return new Trend(TrendDirection.Level, $"as {(less == "less" ? "much" : "many")} as {beforeName}");
        if (ratio >= Multiple) return new Trend(TrendDirection.Up, $"{Format.Multiple(ratio)} times {beforeName}");
        var amount = Format.Unit(Format.Number(percent), "%");
        return ratio > 1
            ? new Trend(TrendDirection.Up, $"{amount} {more} than {beforeName}")
            : new Trend(TrendDirection.Down, $"{amount} {less} than {beforeName}");
    }
}

/// <summary>
/// How an entry moved in its list: places gained, or <c>null</c> when it was not in the list before. That alone is not to be new: new is
/// what was heard for the first time ever, and all else may have been heard in any earlier year.
/// </summary>
public sealed record Movement(int? Places, bool IsNew = false);
