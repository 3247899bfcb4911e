namespace Personalify.Web.Statistics;

/// <summary>
/// Five shades: 0 is nothing, and the others part the cells that have something by their order, not by their size, so that one long day
/// does not turn all others pale. The darkest shade is kept for the top tenth.
/// </summary>
public sealed class HeatScale
{
    public const int Levels = 5;
    private static readonly double[] Shares = [0.4, 0.7, 0.9];
    private readonly long[] _limits;

    public HeatScale(IEnumerable<long> values)
    {
        var sorted = values.Where(value => value > 0).Order().ToArray();
        _limits = sorted.Length == 0 ? [] : [.. Shares.Select(share => sorted[RankOf(share, sorted.Length)])];
    }

    public int LevelOf(long value) => value <= 0 ? 0 : 1 + _limits.Count(limit => value > limit);

    private static int RankOf(double share, int count) => Math.Max(0, (int)Math.Ceiling(count * share) - 1);
}
