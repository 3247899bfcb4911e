using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>
/// Functions that round alike on every machine: a written order of additions, no fused multiply-add, no function of the C library.
/// </summary>
internal static class FixedArithmetic
{
    /// <summary>All eight numbers together.</summary>
    public static float Sum(Vector256<float> vector)
    {
        var half = vector.GetLower() + vector.GetUpper();
        return half[0] + half[2] + (half[1] + half[3]);
    }

    /// <summary>The probability that a logit stands for.</summary>
    public static double Sigmoid(double logit) => logit >= 0 ? 1 / (1 + Exp(-logit)) : 1 - 1 / (1 + Exp(logit));

    /// <summary>e to a power from -60 to 60, by ten halvings of the power and a series; good to eight digits.</summary>
    public static double Exp(double power)
    {
        var x = Math.Clamp(power, -60, 60) / 1024;
        var result = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5))));
        for (var i = 0; i < 10; i++) result *= result;
        return result;
    }
}
