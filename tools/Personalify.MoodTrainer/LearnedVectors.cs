using Personalify.Domain.Moods;

namespace Personalify.MoodTrainer;

/// <summary>A vector for each word piece, begun with those of MiniLM and changed by AdaGrad with one rate a piece.</summary>
internal sealed class LearnedVectors(PieceVectors start)
{
    private readonly float[] _values = [.. start.Values];
    private readonly float[] _squares = new float[start.Pieces.Length];

    public int Count => _squares.Length;

    public int Columns { get; } = start.Columns;

    public Span<float> Of(int piece) => _values.AsSpan(piece * Columns, Columns);

    public void Step(int piece, ReadOnlySpan<float> gradient, float scale, float rate)
    {
        _squares[piece] += Arithmetic.Dot(gradient, gradient) / Columns * scale * scale;
        Arithmetic.AddScaled(Of(piece), gradient, -rate * scale / MathF.Sqrt(_squares[piece] + 1e-8f));
    }

    /// <summary>
    /// The table that the model adds up: a vector is only ever multiplied by the same rows, so their products are kept instead of it.
    /// </summary>
    /// <param name="rows">How many products there are of a vector.</param>
    /// <param name="product">The product of a piece and a row.</param>
    public PieceTable Fold(int rows, Func<int, int, float> product)
    {
        var (scales, values, products) = (new float[Count], new sbyte[Count * rows], new float[rows]);
        for (var piece = 0; piece < Count; piece++)
        {
            for (var row = 0; row < rows; row++) products[row] = product(piece, row);
            scales[piece] = Round(products, values.AsSpan(piece * rows, rows));
        }
        return new PieceTable(scales, values, rows);
    }

    /// <summary>Rounds numbers to bytes, the largest to 127.</summary>
    /// <returns>What a byte of 1 stands for.</returns>
    private static float Round(ReadOnlySpan<float> numbers, Span<sbyte> bytes)
    {
        var largest = 0f;
        foreach (var number in numbers) largest = MathF.Max(largest, MathF.Abs(number));
        var scale = largest == 0 ? 1 : largest / sbyte.MaxValue;
        for (var i = 0; i < numbers.Length; i++) bytes[i] = (sbyte)MathF.Round(numbers[i] / scale);
        return scale;
    }
}
