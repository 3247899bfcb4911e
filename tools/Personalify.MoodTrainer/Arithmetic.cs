using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>
/// Loops over numbers, eight at a time and in a fixed order, so that every machine rounds alike: no fused multiply-add, no width that
/// depends on the processor. Lengths are multiples of eight.
/// </summary>
internal static class Arithmetic
{
    /// <summary>Four sums side by side, because an addition waits for the one before it.</summary>
    public static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var a = Vectors(left);
        var b = Vectors(right)[..a.Length];
        var (first, second, third, fourth) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var i = 0;
        for (; i + 3 < a.Length; i += 4)
        {
            first += a[i] * b[i];
            second += a[i + 1] * b[i + 1];
            third += a[i + 2] * b[i + 2];
            fourth += a[i + 3] * b[i + 3];
        }
        for (; i < a.Length; i++) first += a[i] * b[i];
        return FixedArithmetic.Sum(first + second + (third + fourth));
    }

    /// <summary>Adds a multiple of the source.</summary>
    public static void AddScaled(Span<float> target, ReadOnlySpan<float> source, float scale)
    {
        var to = MemoryMarshal.Cast<float, Vector256<float>>(target);
        var from = Vectors(source)[..to.Length];
        var factor = Vector256.Create(scale);
        for (var i = 0; i < to.Length; i++) to[i] += from[i] * factor;
    }

    public static float Sigmoid(float logit) => (float)FixedArithmetic.Sigmoid(logit);

    /// <summary>By how much the sum of so many pieces is made smaller, so that long texts weigh as much as short ones.</summary>
    public static float Scale(int count) => count == 0 ? 0 : 1 / MathF.Sqrt(count);

    private static ReadOnlySpan<Vector256<float>> Vectors(ReadOnlySpan<float> values) =>
        MemoryMarshal.Cast<float, Vector256<float>>(values);
}
