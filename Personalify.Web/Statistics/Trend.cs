using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

public enum TrendDirection { Level, Up, Down }

/// <summary>How a figure moved against the period before, in words.</summary>
public sealed record Trend(TrendDirection Direction, string Text)
{
    // Above this a percentage is harder to grasp than a multiple.
    private const double Multiple = 3;

    private static readonly Texts Words = Texts.Of(typeof(Trend));

    /// <summary>Of a number of days, in days.</summary>
    public static Trend? OfDays(int before, int now, string beforeName) => (now - before) switch
    {
        0 => now == 0 ? null : new(TrendDirection.Level, Words["as long as {0}", beforeName]),
        > 0 and var more => new(TrendDirection.Up, Words["{0} longer than {1}", Format.Count(more, "day", "days"), beforeName]),
        var less => new(TrendDirection.Down, Words["{0} shorter than {1}", Format.Count(-less, "day", "days"), beforeName]),
    };

    /// <param name="before">The figure of the period before.</param>
    /// <param name="now">The figure of the period shown.</param>
    /// <param name="beforeName">How the period before is called.</param>
    /// <param name="isCount">Whether things are counted, of which there are fewer; of time there is less.</param>
    public static Trend? Between(long before, long now, string beforeName, bool isCount = true)
    {
        if (before == 0) return now == 0 ? null : new Trend(TrendDirection.Up, Words["none {0}", beforeName]);
        var ratio = now / (double)before;
        var percent = (int)Math.Round(Math.Abs(ratio - 1) * 100);
        if (percent == 0) return new Trend(TrendDirection.Level, Words[isCount ? "as many as {0}" : "as much as {0}", beforeName]);
        if (ratio >= Multiple) return new Trend(TrendDirection.Up, Words["{0} times {1}", Format.Multiple(ratio), beforeName]);
        var amount = Format.Unit(Format.Number(percent), "%");
        return ratio > 1
            ? new Trend(TrendDirection.Up, Words["{0} more than {1}", amount, beforeName])
            : new Trend(TrendDirection.Down, Words[isCount ? "{0} fewer than {1}" : "{0} less than {1}", amount, beforeName]);
    }
}

/// <summary>
/// How an entry moved in its list: places gained, or <c>null</c> when it was not in the list before. That alone is not to be new: new is
/// what was heard for the first time ever, and all else may have been heard in any earlier year.
/// </summary>
public sealed record Movement(int? Places, bool IsNew = false);
