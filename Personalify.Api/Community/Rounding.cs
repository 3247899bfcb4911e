namespace Personalify.Api.Community;

/// <summary>
/// Figures of the community are rounded. Exact ones, taken off one another (an artist's plays without those of the tracks, a month's
/// without those of its days) or looked at again and again, would tell what one listener alone has heard.
/// </summary>
internal static class Rounding
{
    private const long LeastPlays = 5;

    /// <summary>To two digits and fives, and never to nothing: 5, 10, 95, 120, 3,400.</summary>
    public static long Plays(long plays) =>
        plays == 0 ? 0 : Math.Max(LeastPlays, To(Math.Max(LeastPlays, UnitOf(plays)), plays));

    /// <summary>To two digits.</summary>
    public static long ToTwoDigits(decimal number) => To(UnitOf(number), number);

    private static long To(decimal unit, decimal number) => (long)(Math.Round(number / unit, MidpointRounding.AwayFromZero) * unit);

    private static decimal UnitOf(decimal number)
    {
        var unit = 1m;
        while (number / unit >= 100) unit *= 10;
        return unit;
    }
}
