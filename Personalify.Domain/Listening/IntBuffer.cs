using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Personalify.Domain.Listening;

/// <summary>A pooled run of integers that grows to the longest month and is used again for the next one.</summary>
internal sealed class IntBuffer : IDisposable
{
    private int[] _array = [];

    /// <summary>Space for so many integers, with whatever was there before.</summary>
    public Span<int> Take(int count)
    {
        if (_array.Length < count)
        {
            Dispose();
            _array = ArrayPool<int>.Shared.Rent(count);
        }

        return _array.AsSpan(0, count);
    }

    /// <summary>Reads a column of big-endian integers; an empty column, one that was not read from the store, stays empty.</summary>
    /// <exception cref="InvalidDataException">The column has not one integer for each play.</exception>
    public ReadOnlySpan<int> Decode(ReadOnlySpan<byte> column, int count)
    {
        if (column.IsEmpty) return [];
        if (column.Length != sizeof(int) * count) throw PlayDecoder.WrongLength(column.Length, sizeof(int) * count);
        var decoded = Take(count);
        var encoded = MemoryMarshal.Cast<byte, int>(column);
        if (BitConverter.IsLittleEndian) BinaryPrimitives.ReverseEndianness(encoded, decoded);
        else encoded.CopyTo(decoded);
        return decoded;
    }

    public void Dispose()
    {
        if (_array.Length > 0) ArrayPool<int>.Shared.Return(_array);
        _array = [];
    }
}
