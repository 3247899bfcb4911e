using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>From hidden units to a logit for each mood.</summary>
internal sealed class OutputLayer(float[] hiddenBias, float[] weights, float[] bias)
{
    public float[] HiddenBias { get; } = hiddenBias;

    public float[] Weights { get; } = weights;

    public float[] Bias { get; } = bias;

    /// <summary>Adds the bias of the hidden units, leaves out what is negative, and writes the logits.</summary>
    public void Write(Span<Vector256<float>> hidden, Span<float> logits)
    {
        var hiddenBias = MemoryMarshal.Cast<float, Vector256<float>>(HiddenBias);
        for (var i = 0; i < hidden.Length; i++) hidden[i] = Vector256.Max(hidden[i] + hiddenBias[i], Vector256<float>.Zero);
        for (var mood = 0; mood < MoodProbabilities.Count; mood++) logits[mood] = Dot(hidden, mood) + Bias[mood];
    }

    private float Dot(ReadOnlySpan<Vector256<float>> hidden, int mood)
    {
        var row = MemoryMarshal.Cast<float, Vector256<float>>(Weights).Slice(mood * hidden.Length, hidden.Length);
        var sum = Vector256<float>.Zero;
        for (var i = 0; i < row.Length; i++) sum += hidden[i] * row[i];
        return FixedArithmetic.Sum(sum);
    }
}
