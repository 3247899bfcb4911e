using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>
/// Logistic regression with few inputs. A quarter of the inputs' products bounds the curvature from above, so steps by its inverse never
/// overshoot, and it is factored once; plain Newton steps can diverge here.
/// </summary>
internal sealed class LogisticRegression
{
    private const double Ridge = 1;
    private const int Rounds = 400;
    private readonly double[][] _rows;
    private readonly int[] _labels;
    private readonly int _size;

    private LogisticRegression(double[][] rows, Func<int, int> label)
    {
        (_rows, _size) = (rows, rows[0].Length);
        _labels = [.. Enumerable.Range(0, rows.Length).Select(label)];
    }

    /// <summary>The weights of the inputs; a constant is an input that is always 1.</summary>
    public static float[] Fit(double[][] rows, Func<int, int> label) =>
        [.. new LogisticRegression(rows, label).Fit().Select(weight => (float)weight)];

    private double[] Fit()
    {
        var (weights, bound) = (new double[_size], Cholesky(Bound()));
        for (var round = 0; round < Rounds; round++)
        {
            var step = Solve(bound, Gradient(weights));
            for (var i = 0; i < _size; i++) weights[i] -= step[i];
        }
        return weights;
    }

    private double[] Gradient(double[] weights)
    {
        var gradient = weights.Select(weight => weight * Ridge).ToArray();
        for (var i = 0; i < _rows.Length; i++)
        {
            var (row, sum) = (_rows[i], 0.0);
            for (var input = 0; input < row.Length; input++) sum += weights[input] * row[input];
            var difference = FixedArithmetic.Sigmoid(sum) - _labels[i];
            for (var input = 0; input < row.Length; input++) gradient[input] += difference * row[input];
        }
        return gradient;
    }

    private double[,] Bound()
    {
        var bound = new double[_size, _size];
        for (var i = 0; i < _size; i++) bound[i, i] = Ridge;
        foreach (var row in _rows)
        {
            for (var i = 0; i < _size; i++)
            {
                for (var j = 0; j <= i; j++) bound[i, j] += row[i] * row[j] / 4;
            }
        }
        return bound;
    }

    /// <summary>The lower triangle whose product with its mirror image is the matrix.</summary>
    private double[,] Cholesky(double[,] matrix)
    {
        for (var column = 0; column < _size; column++)
        {
            for (var row = column; row < _size; row++)
            {
                var rest = matrix[row, column];
                for (var i = 0; i < column; i++) rest -= matrix[row, i] * matrix[column, i];
                matrix[row, column] = row == column ? Math.Sqrt(rest) : rest / matrix[column, column];
            }
        }
        return matrix;
    }

    private double[] Solve(double[,] lower, double[] right)
    {
        for (var row = 0; row < _size; row++)
        {
            for (var i = 0; i < row; i++) right[row] -= lower[row, i] * right[i];
            right[row] /= lower[row, row];
        }
        for (var row = _size - 1; row >= 0; row--)
        {
            for (var i = row + 1; i < _size; i++) right[row] -= lower[i, row] * right[i];
            right[row] /= lower[row, row];
        }
        return right;
    }
}
