using System.Numerics;

namespace Personalify.Domain.Moods;

/// <summary>Finds the place of a hash in a list of hashes, without allocating. Open addressing, at most half full.</summary>
internal sealed class HashIndex
{
    private readonly ulong[] _keys;
    private readonly int[] _places;
    private readonly int _shift;

    public HashIndex(ReadOnlySpan<ulong> hashes)
    {
        var bits = BitOperations.Log2((uint)hashes.Length + 1) + 2;
        (_keys, _places, _shift) = (new ulong[1 << bits], new int[1 << bits], 64 - bits);
        for (var place = 0; place < hashes.Length; place++) Insert(hashes[place], place);
    }

    /// <summary>The place of the hash in the list; -1 if it is not there.</summary>
    public int Find(ulong hash)
    {
        for (var slot = Slot(hash); _keys[slot] != 0; slot = (slot + 1) & (_keys.Length - 1))
        {
            if (_keys[slot] == hash) return _places[slot];
        }
        return -1;
    }

    private void Insert(ulong hash, int place)
    {
        var slot = Slot(hash);
        while (_keys[slot] != 0) slot = (slot + 1) & (_keys.Length - 1);
        (_keys[slot], _places[slot]) = (hash, place);
    }

    private int Slot(ulong hash) => (int)(Hashing.Mix(hash) >> _shift);
}
