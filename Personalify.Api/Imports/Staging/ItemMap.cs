using System.Buffers.Binary;

namespace Personalify.Api.Imports.Staging;

/// <summary>
/// Gives every distinct description of a track (its bytes in the export) a number. A hash table in two arrays of fixed size: when they
/// are full it forgets everything, and what comes again gets a second number, which SQL resolves. So memory stays flat and nothing is
/// allocated per row.
/// </summary>
internal sealed class ItemMap
{
    private const int Slots = 1 << 16;
    private const int MostItems = Slots / 2;
    private const int Header = 8;

    /// <summary>Where an item begins in the arena, plus one; 0 is an empty slot.</summary>
    private readonly int[] _slots = new int[Slots];

    /// <summary>Items behind one another: length, number, bytes.</summary>
    private readonly byte[] _arena = new byte[4 << 20];

    private int _used;
    private int _items;
    private int _next;

    /// <summary>The number of a description, and whether it is new and has to be written out.</summary>
    public int NumberOf(ReadOnlySpan<byte> description, out bool isNew)
    {
        var slot = Find(description);
        isNew = _slots[slot] == 0;
        if (!isNew) return BinaryPrimitives.ReadInt32LittleEndian(_arena.AsSpan(_slots[slot] + 3));
        if (_items == MostItems || _used + Header + description.Length > _arena.Length)
        {
            Forget();
            slot = Find(description);
        }
        return Add(slot, description);
    }

    private int Find(ReadOnlySpan<byte> description)
    {
        var hash = new HashCode();
        hash.AddBytes(description);
        var slot = hash.ToHashCode() & (Slots - 1);
        while (_slots[slot] != 0 && !Item(_slots[slot] - 1).SequenceEqual(description)) slot = (slot + 1) & (Slots - 1);
        return slot;
    }

    private ReadOnlySpan<byte> Item(int start) =>
        _arena.AsSpan(start + Header, BinaryPrimitives.ReadInt32LittleEndian(_arena.AsSpan(start)));

    private int Add(int slot, ReadOnlySpan<byte> description)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_arena.AsSpan(_used), description.Length);
        BinaryPrimitives.WriteInt32LittleEndian(_arena.AsSpan(_used + 4), _next);
        description.CopyTo(_arena.AsSpan(_used + Header));
        _slots[slot] = _used + 1;
        _used += Header + description.Length;
        _items++;
        return _next++;
    }

    private void Forget()
    {
        Array.Clear(_slots);
        (_used, _items) = (0, 0);
    }
}
