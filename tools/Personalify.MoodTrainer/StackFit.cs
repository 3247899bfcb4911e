using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>What the parts say of comments that they have not seen, and the moods that readers gave these comments.</summary>
internal sealed record StackInputs(int[] Moods, float[][] Logits)
{
    public int Has(int comment, int mood) => (Moods[comment] >> mood) & 1;
}

/// <summary>Fits the stack and the thresholds.</summary>
internal static class StackFit
{
    private const int Size = MoodStack.Inputs + 1;
    private const double Ridge = 1;
    private const int Rounds = 400;

    /// <summary>
    /// For each mood a logistic regression. A quarter of the inputs' products bounds the curvature from above, so steps by its inverse never
    /// overshoot, and it is factored once; plain Newton steps can diverge here.
    /// </summary>
    public static float[] Weights(StackInputs inputs)
    {
        var bound = Cholesky(Bound(inputs));
        List<float> weights = [];
        for (var mood = 0; mood < MoodProbabilities.Count; mood++) weights.AddRange(Weights(inputs, mood, bound).Select(weight => (float)weight));
        return [.. weights];
    }

    /// <summary>For each mood the hundredth from which on F1 is largest.</summary>
    public static float[] Thresholds(StackInputs inputs, float[] weights)
    {
        var stack = new MoodStack(weights, []);
        var probabilities = inputs.Logits.Select(logits => stack.Probabilities(logits)).ToList();
        return [.. Enumerable.Range(0, MoodProbabilities.Count).Select(mood => Threshold(inputs, probabilities, (Mood)mood))];
    }

    private static float Threshold(StackInputs inputs, List<MoodProbabilities> probabilities, Mood mood) =>
        Enumerable.Range(5, 75).Select(hundredth => hundredth / 100f).MaxBy(threshold => Counts.Of(
            Enumerable.Range(0, probabilities.Count).Select(i => (probabilities[i][mood] >= threshold, inputs.Has(i, (int)mood) == 1))).F1);

    private static double[] Weights(StackInputs inputs, int mood, double[,] bound)
    {
        var weights = new double[Size];
        for (var round = 0; round < Rounds; round++)
        {
            var step = Solve(bound, Gradient(inputs, mood, weights));
            for (var i = 0; i < Size; i++) weights[i] -= step[i];
        }
        return weights;
    }

    private static double[] Gradient(StackInputs inputs, int mood, double[] weights)
    {
        var gradient = weights.Select(weight => weight * Ridge).ToArray();
        for (var comment = 0; comment < inputs.Logits.Length; comment++)
        {
            var logits = inputs.Logits[comment];
            var sum = weights[^1];
            for (var i = 0; i < logits.Length; i++) sum += weights[i] * logits[i];
            var difference = FixedArithmetic.Sigmoid(sum) - inputs.Has(comment, mood);
            for (var i = 0; i < logits.Length; i++) gradient[i] += difference * logits[i];
            gradient[^1] += difference;
        }
        return gradient;
    }

    private static double[,] Bound(StackInputs inputs)
    {
        var bound = new double[Size, Size];
        foreach (var logits in inputs.Logits)
        {
            for (var row = 0; row < Size; row++)
            {
                for (var column = 0; column <= row; column++) bound[row, column] += At(logits, row) * At(logits, column) / 4;
            }
        }
        for (var i = 0; i < Size; i++) bound[i, i] += Ridge;
        return bound;
    }

    private static double At(float[] logits, int place) => place < logits.Length ? logits[place] : 1;

    /// <summary>The lower triangle whose product with its mirror image is the matrix.</summary>
    private static double[,] Cholesky(double[,] matrix)
    {
        for (var column = 0; column < Size; column++)
        {
            for (var row = column; row < Size; row++)
            {
                var rest = matrix[row, column];
                for (var i = 0; i < column; i++) rest -= matrix[row, i] * matrix[column, i];
                matrix[row, column] = row == column ? Math.Sqrt(rest) : rest / matrix[column, column];
            }
        }
        return matrix;
    }

    private static double[] Solve(double[,] lower, double[] right)
    {
        for (var row = 0; row < Size; row++)
        {
            for (var i = 0; i < row; i++) right[row] -= lower[row, i] * right[i];
            right[row] /= lower[row, row];
        }
        for (var row = Size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < Size; i++) right[row] -= lower[i, row] * right[i];
            right[row] /= lower[row, row];
        }
        return right;
    }
}
