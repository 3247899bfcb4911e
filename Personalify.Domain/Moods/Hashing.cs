namespace Personalify.Domain.Moods;

/// <summary>The hash of words and of parts of words: FNV-1a over UTF-16 units, with a mixing where single bits are used.</summary>
internal static class Hashing
{
    public const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Add(ulong hash, char unit) => (hash ^ unit) * Prime;

    public static ulong Of(ReadOnlySpan<char> text, ulong basis = Basis)
    {
        foreach (var unit in text) basis = Add(basis, unit);
        return basis;
    }

    /// <summary>A hash of two hashes in their order.</summary>
    public static ulong Pair(ulong first, ulong second) => Mix(first) * 3 + second;

    /// <summary>Spreads what differs over all bits.</summary>
    public static ulong Mix(ulong hash)
    {
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
