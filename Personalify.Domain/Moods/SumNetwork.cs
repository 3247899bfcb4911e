using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>A network that adds up its pieces, whatever their order: one hidden layer over the sum.</summary>
internal sealed class SumNetwork(PieceTable pieces, OutputLayer output)
{
    public PieceTable Pieces { get; } = pieces;

    public OutputLayer Output { get; } = output;

    public void Write(ReadOnlySpan<int> text, Span<float> logits)
    {
        Span<Vector256<float>> hidden = stackalloc Vector256<float>[Pieces.Columns / PieceTable.Lanes];
        hidden.Clear();
        var scale = text.Length == 0 ? 0 : 1 / MathF.Sqrt(text.Length);
        foreach (var piece in text) Pieces.AddTo(piece, 0, scale, hidden);
        Output.Write(hidden, logits);
    }
}
