using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Personalify.Domain.Moods;

/// <summary>
/// A row of numbers for each word piece, a byte each with a scale a row. Rows are as long as a multiple of eight; they are added up eight
/// at a time and in a fixed order, so every machine gets the same sums.
/// </summary>
internal sealed class PieceTable(float[] scales, sbyte[] values, int columns)
{
    public const int Lanes = 8;

    public int Columns { get; } = columns;

    public float[] Scales { get; } = scales;

    public sbyte[] Values { get; } = values;

    /// <summary>Adds a part of a piece's row, times a factor.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="offset">Where in the row the part begins.</param>
    /// <param name="factor">What it is multiplied by.</param>
    /// <param name="target">The sums; as many as the part has columns.</param>
    public void AddTo(int piece, int offset, float factor, Span<Vector256<float>> target)
    {
        var row = Values.AsSpan(piece * Columns + offset, target.Length * Lanes);
        var scale = Vector256.Create(Scales[piece] * factor);
        for (var i = 0; i < target.Length; i++) target[i] += Widen(row.Slice(i * Lanes, Lanes)) * scale;
    }

    private static Vector256<float> Widen(ReadOnlySpan<sbyte> values)
    {
        var bytes = Vector128.CreateScalarUnsafe(MemoryMarshal.Read<long>(MemoryMarshal.AsBytes(values))).AsSByte();
        var shorts = Vector128.WidenLower(bytes);
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)));
    }
}
