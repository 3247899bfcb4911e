using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>How the network over sums is trained.</summary>
internal sealed record SumOptions(
    int Hidden = 96, int Epochs = 5, float Rate = 0.002f, float VectorRate = 0.003f, float WeightRate = 0.03f, float PieceDropout = 0.2f,
    float HiddenDropout = 0.5f, ulong Seed = 2);

/// <summary>Adds up the vectors of all pieces, each times a weight that it learns, and has one hidden layer over the sum.</summary>
internal sealed class SumPart : IPart
{
    private readonly SumOptions _options;
    private readonly LearnedVectors _vectors;
    private readonly float[] _weights;
    private readonly float[] _weightSquares;
    private readonly DenseTable _input;
    private readonly HiddenLayer _hidden;
    private readonly float[] _sum;
    private readonly float[] _sumGradient;

    public SumPart(PieceVectors vectors, SumOptions options)
    {
        _options = options;
        Random = new RandomNumbers(options.Seed);
        _vectors = new LearnedVectors(vectors);
        (_weights, _weightSquares) = (new float[_vectors.Count], new float[_vectors.Count]);
        Array.Fill(_weights, 1f);
        _input = new DenseTable(options.Hidden, vectors.Columns, Random);
        _hidden = new HiddenLayer(options.Hidden, options.HiddenDropout, Random);
        (_sum, _sumGradient) = (new float[vectors.Columns], new float[vectors.Columns]);
    }

    public int Epochs => _options.Epochs;

    public RandomNumbers Random { get; }

    public SumNetwork Fold() => new(
        _vectors.Fold(_options.Hidden, (piece, unit) => _weights[piece] * Arithmetic.Dot(_input.Row(unit), _vectors.Of(piece))),
        _hidden.Fold(_input.Bias));

    public void Infer(Example example, Span<float> logits)
    {
        Forward(example.Pieces);
        _hidden.Infer(logits);
    }

    public void Learn(Example example, float rest)
    {
        Span<int> pieces = stackalloc int[example.Pieces.Length];
        pieces = pieces[..Random.Drop(example.Pieces, _options.PieceDropout, pieces)];
        Forward(pieces);
        _hidden.Learn(example.Comment);
        Backward();
        var scale = Arithmetic.Scale(pieces.Length);
        foreach (var piece in pieces) Step(piece, scale, rest);
    }

    public void Update(float rest)
    {
        _input.Update(_options.Rate * rest);
        _hidden.Update(_options.Rate * rest);
    }

    private void Forward(ReadOnlySpan<int> pieces)
    {
        Array.Clear(_sum);
        var scale = Arithmetic.Scale(pieces.Length);
        foreach (var piece in pieces) Arithmetic.AddScaled(_sum, _vectors.Of(piece), _weights[piece] * scale);
        for (var unit = 0; unit < _hidden.Units.Length; unit++)
            _hidden.Units[unit] = Arithmetic.Dot(_input.Row(unit), _sum) + _input.Bias[unit];
    }

    private void Backward()
    {
        Array.Clear(_sumGradient);
        for (var unit = 0; unit < _hidden.Gradient.Length; unit++)
        {
            var gradient = _hidden.Gradient[unit];
            if (gradient == 0) continue;
            Arithmetic.AddScaled(_sumGradient, _input.Row(unit), gradient);
            Arithmetic.AddScaled(_input.Gradient(unit), _sum, gradient);
            _input.BiasGradient[unit] += gradient;
        }
    }

    private void Step(int piece, float scale, float rest)
    {
        var gradient = Arithmetic.Dot(_vectors.Of(piece), _sumGradient) * scale;
        _vectors.Step(piece, _sumGradient, scale * _weights[piece], _options.VectorRate * rest);
        _weightSquares[piece] += gradient * gradient;
        _weights[piece] -= _options.WeightRate * rest * gradient / MathF.Sqrt(_weightSquares[piece] + 1e-6f);
    }
}
