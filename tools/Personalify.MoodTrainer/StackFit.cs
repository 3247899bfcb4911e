using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>What the parts say of comments that they have not seen, and the moods that readers gave these comments.</summary>
internal sealed record StackInputs(int[] Moods, float[][] Logits)
{
    public int Has(int comment, int mood) => (Moods[comment] >> mood) & 1;
}

/// <summary>Fits the stack, its calibration and the thresholds, mood by mood.</summary>
internal static class StackFit
{
    public static MoodStack Fit(StackInputs inputs)
    {
        var weights = Weights(inputs);
        var curves = Curves(inputs, new MoodStack(weights, [], []));
        return new MoodStack(weights, curves, Thresholds(inputs, new MoodStack(weights, curves, [])));
    }

    private static float[] Weights(StackInputs inputs)
    {
        double[][] rows = [.. inputs.Logits.Select(logits => logits.Select(logit => (double)logit).Append(1).ToArray())];
        return [.. EachMood().SelectMany(mood => LogisticRegression.Fit(rows, comment => inputs.Has(comment, mood)))];
    }

    private static float[] Curves(StackInputs inputs, MoodStack stack) => [.. EachMood().SelectMany(mood => Curve(inputs, stack, mood))];

    private static float[] Curve(StackInputs inputs, MoodStack stack, int mood)
    {
        double[][] rows = [.. inputs.Logits.Select(logits => CalibrationCurve.Bends(stack.Sum(logits, mood)))];
        return LogisticRegression.Fit(rows, comment => inputs.Has(comment, mood));
    }

    private static float[] Thresholds(StackInputs inputs, MoodStack stack)
    {
        var probabilities = inputs.Logits.Select(logits => stack.Probabilities(logits)).ToList();
        return [.. EachMood().Select(mood => Threshold(inputs, probabilities, mood))];
    }

    /// <summary>The hundredth from which on F1 is largest.</summary>
    private static float Threshold(StackInputs inputs, List<MoodProbabilities> probabilities, int mood)
    {
        var answers = probabilities
            .Select((of, comment) => (Probability: of[(Mood)mood], IsThere: inputs.Has(comment, mood) == 1)).ToList();
        return Enumerable.Range(5, 75).Select(hundredth => hundredth / 100f)
            .MaxBy(threshold => Counts.Of(answers.Select(answer => (answer.Probability >= threshold, answer.IsThere))).F1);
    }

    private static IEnumerable<int> EachMood() => Enumerable.Range(0, MoodProbabilities.Count);
}
