namespace Personalify.Domain.Moods;

/// <summary>
/// What the parts say becomes probabilities: for each mood a logistic regression over all logits of all parts, fitted on comments that the
/// parts had not seen. That is the calibration too.
/// </summary>
internal sealed class MoodStack(float[] weights, float[] thresholds)
{
    /// <summary>How many parts there are: linear, sum, convolution.</summary>
    public const int Parts = 3;

    /// <summary>How many logits go in.</summary>
    public const int Inputs = Parts * MoodProbabilities.Count;

    /// <summary>For each mood a weight for each input, then a constant.</summary>
    public float[] Weights { get; } = weights;

    /// <summary>For each mood the probability from which a comment counts as having it where F1 is measured.</summary>
    public float[] Thresholds { get; } = thresholds;

    /// <summary>The logit of one mood.</summary>
    public double Logit(ReadOnlySpan<float> inputs, int mood)
    {
        var row = Weights.AsSpan(mood * (Inputs + 1), Inputs + 1);
        double sum = row[Inputs];
        for (var i = 0; i < Inputs; i++) sum += (double)row[i] * inputs[i];
        return sum;
    }

    public MoodProbabilities Probabilities(ReadOnlySpan<float> inputs)
    {
        Span<float> probabilities = stackalloc float[MoodProbabilities.Count];
        for (var mood = 0; mood < probabilities.Length; mood++) probabilities[mood] = (float)FixedArithmetic.Sigmoid(Logit(inputs, mood));
        return MoodProbabilities.Of(probabilities);
    }
}
