namespace Personalify.Domain.Moods;

/// <summary>
/// What the parts say becomes probabilities: for each mood a logistic regression over all logits of all parts, then a calibration curve,
/// both fitted on comments that the parts had not seen.
/// </summary>
internal sealed class MoodStack(float[] weights, float[] curves, float[] thresholds)
{
    /// <summary>How many parts there are: linear, sum, convolution.</summary>
    public const int Parts = 3;

    /// <summary>How many logits go in.</summary>
    public const int Inputs = Parts * MoodProbabilities.Count;

    /// <summary>For each mood a weight for each input, then a constant.</summary>
    public float[] Weights { get; } = weights;

    /// <summary>For each mood its calibration curve.</summary>
    public float[] Curves { get; } = curves;

    /// <summary>For each mood the probability from which a comment counts as having it where F1 is measured.</summary>
    public float[] Thresholds { get; } = thresholds;

    /// <summary>The logit of one mood before calibration.</summary>
    public double Sum(ReadOnlySpan<float> inputs, int mood)
    {
        var row = Weights.AsSpan(mood * (Inputs + 1), Inputs + 1);
        double sum = row[Inputs];
        for (var i = 0; i < Inputs; i++) sum += (double)row[i] * inputs[i];
        return sum;
    }

    public MoodProbabilities Probabilities(ReadOnlySpan<float> inputs)
    {
        Span<float> probabilities = stackalloc float[MoodProbabilities.Count];
        for (var mood = 0; mood < probabilities.Length; mood++)
        {
            var curve = Curves.AsSpan(mood * CalibrationCurve.Size, CalibrationCurve.Size);
            probabilities[mood] = (float)FixedArithmetic.Sigmoid(CalibrationCurve.At(curve, Sum(inputs, mood)));
        }
        return MoodProbabilities.Of(probabilities);
    }
}
