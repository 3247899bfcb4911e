using System.Buffers;
using System.Runtime.CompilerServices;

namespace Personalify.Domain.Listening;

/// <summary>What was summed for a track, an artist or an album. Ids are positive: 0 marks a free place.</summary>
internal struct ItemSum
{
    public int Id;
    public int Plays;
    public long Milliseconds;
    public int Tracks;
    public int Artist;
    public int Album;
}

/// <summary>
/// Sums by id: open addressing with linear probing, the sums themselves in the slots, so that a play touches one place in memory.
/// A table is filled anew for each question; its array is pooled and a play costs no allocation.
/// </summary>
/// <param name="multiplier">
/// Odd, and another one for each table that is filled in the order of another table's slots: with the same one it would fill from one end,
/// and every new id would walk over all those before it.
/// </param>
internal sealed class ItemTable(uint multiplier) : IDisposable
{
    private const int SmallestBits = 10;

    private ItemSum[] _slots = Rent(SmallestBits);
    private int _bits = SmallestBits;

    public int Count { get; private set; }

    /// <summary>All slots; those whose id is 0 are free.</summary>
    public ReadOnlySpan<ItemSum> Slots => _slots.AsSpan(0, 1 << _bits);

    /// <summary>The sums of an id, all zero but the id when it is new. The reference holds until the next call.</summary>
    public ref ItemSum this[int id]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ref var slot = ref Find(id);
            return ref slot.Id == id ? ref slot : ref Add(id);
        }
    }

    public bool Contains(int id) => Find(id).Id == id;

    public void Dispose() => ArrayPool<ItemSum>.Shared.Return(_slots);

    /// <summary>The id's slot, or the free one where it would go.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref ItemSum Find(int id)
    {
        // The highest bits of the product: neighbouring ids, which an import makes, spread over the table.
        var slots = _slots;
        var place = (uint)id * multiplier >> (32 - _bits);
        while (true)
        {
            ref var slot = ref slots[place];
            if (slot.Id == id || slot.Id == 0) return ref slot;
            place = (place + 1) & ((1u << _bits) - 1);
        }
    }

    private ref ItemSum Add(int id)
    {
        if (2 * ++Count > 1 << _bits) Grow();
        ref var slot = ref Find(id);
        slot.Id = id;
        return ref slot;
    }

    private void Grow()
    {
        var old = _slots;
        var slots = Slots;
        _slots = Rent(++_bits);
        foreach (ref readonly var item in slots)
        {
            if (item.Id != 0) Find(item.Id) = item;
        }

        ArrayPool<ItemSum>.Shared.Return(old);
    }

    private static ItemSum[] Rent(int bits)
    {
        var slots = ArrayPool<ItemSum>.Shared.Rent(1 << bits);
        slots.AsSpan(0, 1 << bits).Clear();
        return slots;
    }
}
