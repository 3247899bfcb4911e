using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>How the network over windows is trained.</summary>
internal sealed record ConvolutionOptions(
    int Filters = 128, int Epochs = 4, float Rate = 0.001f, float VectorRate = 0.003f, float PieceDropout = 0.1f,
    float FilterDropout = 0.5f, ulong Seed = 3);

/// <summary>Filters over three pieces in a row; each passes on the strongest that it finds in the text.</summary>
internal sealed class ConvolutionPart : IPart
{
    private const int Margin = ConvolutionNetwork.Width - 1;
    private readonly ConvolutionOptions _options;
    private readonly LearnedVectors _vectors;
    private readonly DenseTable _filters;
    private readonly HiddenLayer _hidden;
    private readonly float[] _text;
    private readonly float[] _textGradient;
    private readonly int[] _strongest;

    public ConvolutionPart(PieceVectors vectors, ConvolutionOptions options)
    {
        _options = options;
        Random = new RandomNumbers(options.Seed);
        _vectors = new LearnedVectors(vectors);
        _filters = new DenseTable(options.Filters, Window, Random);
        _hidden = new HiddenLayer(options.Filters, options.FilterDropout, Random);
        (_text, _textGradient) = (new float[Length(WordPieces.MaxCount)], new float[Length(WordPieces.MaxCount)]);
        _strongest = new int[options.Filters];
    }

    public int Epochs => _options.Epochs;

    public RandomNumbers Random { get; }

    private int Columns => _vectors.Columns;

    private int Window => Columns * ConvolutionNetwork.Width;

    public ConvolutionNetwork Fold() =>
        new(_vectors.Fold(_options.Filters * ConvolutionNetwork.Width, Product), _hidden.Fold(_filters.Bias));

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
        Backward(pieces.Length);
        for (var i = 0; i < pieces.Length; i++)
            _vectors.Step(pieces[i], _textGradient.AsSpan((i + Margin) * Columns, Columns), 1, _options.VectorRate * rest);
    }

    public void Update(float rest)
    {
        _filters.Update(_options.Rate * rest);
        _hidden.Update(_options.Rate * rest);
    }

    /// <summary>A row of the model's table: what a piece adds to all filters as the first of a window, as the second, as third.</summary>
    private float Product(int piece, int row)
    {
        var (place, filter) = Math.DivRem(row, _options.Filters);
        return Arithmetic.Dot(_filters.Row(filter).Slice(place * Columns, Columns), _vectors.Of(piece));
    }

    /// <summary>How many numbers a text takes, with nothing before and after it.</summary>
    private int Length(int pieces) => (pieces + 2 * Margin) * Columns;

    private void Forward(ReadOnlySpan<int> pieces)
    {
        Array.Clear(_text, 0, Length(pieces.Length));
        for (var i = 0; i < pieces.Length; i++) _vectors.Of(pieces[i]).CopyTo(_text.AsSpan((i + Margin) * Columns));
        for (var filter = 0; filter < _options.Filters; filter++)
            _hidden.Units[filter] = Strongest(filter, pieces.Length + Margin) + _filters.Bias[filter];
    }

    private float Strongest(int filter, int windows)
    {
        var strongest = float.NegativeInfinity;
        var row = _filters.Row(filter);
        for (var i = 0; i < windows; i++)
        {
            var value = Arithmetic.Dot(row, _text.AsSpan(i * Columns, Window));
            if (value > strongest) (strongest, _strongest[filter]) = (value, i);
        }
        return strongest;
    }

    private void Backward(int pieces)
    {
        Array.Clear(_textGradient, 0, Length(pieces));
        for (var filter = 0; filter < _options.Filters; filter++)
        {
            var (gradient, start) = (_hidden.Gradient[filter], _strongest[filter] * Columns);
            if (gradient == 0) continue;
            Arithmetic.AddScaled(_filters.Gradient(filter), _text.AsSpan(start, Window), gradient);
            Arithmetic.AddScaled(_textGradient.AsSpan(start, Window), _filters.Row(filter), gradient);
            _filters.BiasGradient[filter] += gradient;
        }
    }
}
