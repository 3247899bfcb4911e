namespace Personalify.Domain.Moods;

/// <summary>
/// The features of the linear part: single words, pairs of neighbours, and runs of 3 to 5 characters that may reach over a blank; each
/// hashed to a bucket. Hashing needs no vocabulary in the file; buckets that two features share cost little.
/// </summary>
internal static class TitleFeatures
{
    private const int Shortest = 3;
    private const int Longest = 5;
    private const ulong WordBasis = Hashing.Basis ^ 0x57;
    private const ulong PairBasis = Hashing.Basis ^ 0x50;

    /// <summary>The most features that a text can have.</summary>
    public static int MaxCount(ReadTitle title) => title.Letters.Length * (Longest - Shortest + 1) + 2 * title.Words.Length;

    /// <summary>Writes the buckets of all features, the same one as often as it occurs.</summary>
    /// <param name="title">The words.</param>
    /// <param name="bits">There are 2^bits buckets.</param>
    /// <param name="buckets">Room for <see cref="MaxCount"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Fill(ReadTitle title, int bits, Span<int> buckets)
    {
        var count = FillWords(title, bits, buckets);
        for (var start = 0; start < title.Letters.Length; start++) count += FillRuns(title.Letters[start..], bits, buckets[count..]);
        return count;
    }

    private static int FillWords(ReadTitle title, int bits, Span<int> buckets)
    {
        var (count, previous) = (0, PairBasis);
        foreach (var word in title.Words)
        {
            var hash = Hashing.Of(title.Of(word), WordBasis);
            buckets[count++] = Bucket(hash, bits);
            buckets[count++] = Bucket(Hashing.Pair(previous, hash), bits);
            previous = hash;
        }
        return count;
    }

    private static int FillRuns(ReadOnlySpan<char> letters, int bits, Span<int> buckets)
    {
        var (hash, count) = (Hashing.Basis, 0);
        for (var i = 0; i < Math.Min(Longest, letters.Length); i++)
        {
            hash = Hashing.Add(hash, letters[i]);
            if (i >= Shortest - 1) buckets[count++] = Bucket(hash, bits);
        }
        return count;
    }

    private static int Bucket(ulong hash, int bits) => (int)(Hashing.Mix(hash) >> (64 - bits));
}
