using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>The weights of the linear part: for each bucket one for each mood, and a spare one.</summary>
internal sealed class LinearTable(int bits, Vector256<float>[] weights, Vector256<float> bias)
{
    public int Bits { get; } = bits;

    public Vector256<float>[] Weights { get; } = weights;

    public Vector256<float> Bias { get; } = bias;

    /// <summary>The logits of a text with these features.</summary>
    public Vector256<float> Logits(ReadOnlySpan<int> buckets)
    {
        var sum = Vector256<float>.Zero;
        foreach (var bucket in buckets) sum += Weights[bucket];
        return Bias + sum * Scale(buckets.Length);
    }

    /// <summary>Long texts have more features; their sum is brought to one size.</summary>
    public static Vector256<float> Scale(int count) => Vector256.Create(count == 0 ? 0 : 1 / MathF.Sqrt(count));
}
