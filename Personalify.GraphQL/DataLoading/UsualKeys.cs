using System.Collections.Concurrent;

namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// How many keys the latest request asked of loaders of one type. The next one is likely to ask for as many, so its collections are made that
/// large at once: growing to forty keys costs five times the memory of forty keys.
/// </summary>
internal sealed class UsualKeys
{
    private const int Most = 256;
    private static readonly ConcurrentDictionary<Type, UsualKeys> Known = new();
    private int _count;
    private int _loads;

    /// <summary>At most so many that a single large request does not make small ones dear.</summary>
    public int Count
    {
        get => _count;
        set => _count = Math.Min(value, Most);
    }

    /// <summary>How many loads waited for the latest batch; bounded likewise.</summary>
    public int Loads
    {
        get => _loads;
        set => _loads = Math.Min(value, Most);
    }

    public static UsualKeys Of(Type loader) => Known.GetOrAdd(loader, static _ => new UsualKeys());
}
