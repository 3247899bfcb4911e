using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>
/// The weights of the linear part: for each bucket one for each mood and a spare one. Of each number its upper half is kept (bfloat16),
/// which has its whole range and two to three digits.
/// </summary>
internal sealed class LinearTable(int bits, ushort[] weights, float[] bias)
{
    private const int Lanes = 8;
    private readonly Vector256<float> _bias = Vector256.Create(bias);

    /// <summary>There are 2 to this power buckets.</summary>
    public int Bits { get; } = bits;

    public ushort[] Weights { get; } = weights;

    public float[] Bias { get; } = bias;

    /// <summary>A table of full numbers, rounded.</summary>
    public static LinearTable Round(int bits, ReadOnlySpan<Vector256<float>> weights, Vector256<float> bias)
    {
        var halves = new ushort[weights.Length * Lanes];
        for (var i = 0; i < halves.Length; i++) halves[i] = UpperHalf(weights[i / Lanes][i % Lanes]);
        var constants = new float[Lanes];
        bias.CopyTo(constants);
        return new LinearTable(bits, halves, constants);
    }

    /// <summary>The logits of a text with these features.</summary>
    public Vector256<float> Logits(ReadOnlySpan<int> buckets)
    {
        var sum = Vector256<float>.Zero;
        foreach (var bucket in buckets) sum += Widen(Vector128.Create<ushort>(Weights.AsSpan(bucket * Lanes, Lanes)));
        return _bias + sum * Scale(buckets.Length);
    }

    /// <summary>Long texts have more features; their sum is brought to one size.</summary>
    public static Vector256<float> Scale(int count) => Vector256.Create(count == 0 ? 0 : 1 / MathF.Sqrt(count));

    private static Vector256<float> Widen(Vector128<ushort> halves) =>
        Vector256.ShiftLeft(Vector256.Create(Vector128.WidenLower(halves), Vector128.WidenUpper(halves)), 16).AsSingle();

    /// <summary>Rounded to the nearest, of two equally near ones to the even one.</summary>
    private static ushort UpperHalf(float value)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        return (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
