using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>
/// A network that looks at three pieces in a row and takes, filter by filter, what it finds strongest anywhere: so "not happy" is not
/// "happy". A row of its table holds a piece's part in a window as the first, the second and the third, already multiplied by the filters.
/// </summary>
internal sealed class ConvolutionNetwork(PieceTable pieces, OutputLayer output)
{
    /// <summary>How many pieces a filter sees.</summary>
    public const int Width = 3;

    public PieceTable Pieces { get; } = pieces;

    public OutputLayer Output { get; } = output;

    private int Filters => Pieces.Columns / Width;

    public void Write(ReadOnlySpan<int> text, Span<float> logits)
    {
        Span<Vector256<float>> strongest = stackalloc Vector256<float>[Filters / PieceTable.Lanes];
        Span<Vector256<float>> window = stackalloc Vector256<float>[strongest.Length];
        strongest.Fill(Vector256.Create(float.NegativeInfinity));
        for (var start = 1 - Width; start < text.Length; start++)
        {
            Fill(text, start, window);
            for (var i = 0; i < window.Length; i++) strongest[i] = Vector256.Max(strongest[i], window[i]);
        }
        Output.Write(strongest, logits);
    }

    /// <summary>The window that begins there; before and after the text there is nothing.</summary>
    private void Fill(ReadOnlySpan<int> text, int start, Span<Vector256<float>> window)
    {
        window.Clear();
        for (var place = 0; place < Width; place++)
        {
            if (start + place >= 0 && start + place < text.Length) Pieces.AddTo(text[start + place], place * Filters, 1, window);
        }
    }
}
