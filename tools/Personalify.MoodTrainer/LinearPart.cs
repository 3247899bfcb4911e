using System.Runtime.Intrinsics;
using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>How the linear part is trained.</summary>
internal sealed record LinearOptions(int Bits = 18, int Epochs = 4, float Rate = 0.2f, float Decay = 1e-3f, ulong Seed = 1);

/// <summary>Logistic regression over hashed words and runs of characters, one for each mood side by side, by AdaGrad.</summary>
internal sealed class LinearPart : IPart
{
    private readonly LinearOptions _options;
    private readonly Vector256<float>[] _weights;
    private readonly Vector256<float>[] _squares;
    private Vector256<float> _bias;
    private Vector256<float> _biasSquares = Vector256.Create(1f);

    public LinearPart(LinearOptions options)
    {
        _options = options;
        Random = new RandomNumbers(options.Seed);
        _weights = new Vector256<float>[1 << options.Bits];
        _squares = new Vector256<float>[1 << options.Bits];
        Array.Fill(_squares, Vector256.Create(1e-3f));
    }

    public int Epochs => _options.Epochs;

    public RandomNumbers Random { get; }

    public LinearTable Fold() => LinearTable.Round(_options.Bits, _weights, _bias);

    public void Infer(Example example, Span<float> logits)
    {
        var all = Logits(example.Buckets);
        for (var mood = 0; mood < logits.Length; mood++) logits[mood] = all[mood];
    }

    public void Learn(Example example, float rest)
    {
        var rate = Vector256.Create(_options.Rate * rest);
        var gradient = Gradient(Logits(example.Buckets), example.Comment);
        _biasSquares += gradient * gradient;
        _bias -= gradient * rate / Vector256.Sqrt(_biasSquares);
        var step = gradient * LinearTable.Scale(example.Buckets.Length);
        foreach (var bucket in example.Buckets)
        {
            _squares[bucket] += step * step;
            var change = step + _weights[bucket] * Vector256.Create(_options.Decay);
            _weights[bucket] -= change * rate / Vector256.Sqrt(_squares[bucket]);
        }
    }

    /// <summary>Nothing is left to take over: it learns from each comment at once.</summary>
    public void Update(float rest)
    {
    }

    private Vector256<float> Logits(int[] buckets)
    {
        var sum = Vector256<float>.Zero;
        foreach (var bucket in buckets) sum += _weights[bucket];
        return _bias + sum * LinearTable.Scale(buckets.Length);
    }

    private static Vector256<float> Gradient(Vector256<float> logits, Comment comment)
    {
        var gradient = Vector256<float>.Zero;
        for (var mood = 0; mood < MoodProbabilities.Count; mood++)
            gradient = gradient.WithElement(mood, Arithmetic.Sigmoid(logits[mood]) - comment.Has(mood));
        return gradient;
    }
}
