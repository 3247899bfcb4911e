namespace Personalify.Domain.Moods;

/// <summary>
/// A line with bends that turns what the stack says into what was true of as many comments. One straight line is not enough: where the
/// parts are very sure, they are less often right than a straight line says.
/// </summary>
internal static class CalibrationCurve
{
    private static readonly double[] Knots = [-3, -2, -1, 0, 1, 2];

    /// <summary>How many numbers describe a curve: constant, slope, and the change of slope at each bend.</summary>
    public static int Size => Knots.Length + 2;

    /// <summary>What the numbers of a curve are multiplied by.</summary>
    public static double[] Bends(double logit) => [1, logit, .. Knots.Select(knot => Math.Max(0, logit - knot))];

    /// <summary>The calibrated logit.</summary>
    public static double At(ReadOnlySpan<float> curve, double logit)
    {
        var sum = curve[0] + curve[1] * logit;
        for (var i = 0; i < Knots.Length; i++) sum += curve[i + 2] * Math.Max(0, logit - Knots[i]);
        return sum;
    }
}
