using Personalify.GraphQL.Internal;

namespace Personalify.GraphQL.DataLoading;

/// <content>The table of what is known by key, which serves one request after the other.</content>
public abstract partial class DataLoaderBase<TKey, TValue>
{
    /// <summary>A table with more room than this is not kept: one large request must not hold memory for ever.</summary>
    private const int MostKept = 512;

    private static readonly ObjectPool<Dictionary<TKey, Slot<TKey, TValue>>> Tables = new(static () => []);

    private Dictionary<TKey, Slot<TKey, TValue>> RentSlots()
    {
        var slots = Tables.Rent();
        slots.EnsureCapacity(Usual.Count);
        return slots;
    }

    /// <summary>Loads that wait still get their values, and whoever loads later begins with nothing: the table is the next loader's.</summary>
    void IScopedLoader.Release()
    {
        lock (_gate)
        {
            foreach (var branch in _branches?.Values ?? Enumerable.Empty<IScopedLoader>()) branch.Release();
            var slots = _slots;
            _slots = null;
            if (slots is null || slots.Capacity > MostKept) return;
            slots.Clear();
            Tables.Return(slots);
        }
    }
}
