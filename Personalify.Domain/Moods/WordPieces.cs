namespace Personalify.Domain.Moods;

/// <summary>
/// Splits words into pieces as BERT does: from the left, the longest piece that the vocabulary has. The vocabulary is kept as hashes of
/// 64 bits, so a word is looked up without being copied.
/// </summary>
internal sealed class WordPieces
{
    /// <summary>The longest piece of the vocabulary that is looked for.</summary>
    public const int MaxPiece = 24;

    /// <summary>The most pieces of a text that are read.</summary>
    public const int MaxCount = 256;

    private const ulong FirstBasis = Hashing.Basis;
    private const ulong LaterBasis = Hashing.Basis ^ 0x2323;
    private readonly HashIndex _index;

    /// <summary>A vocabulary by the hashes of its pieces; a piece's id is its place in the list.</summary>
    public WordPieces(ReadOnlySpan<ulong> hashes) => _index = new HashIndex(hashes);

    /// <summary>The hash of a piece as vocabularies write it: with ## before one that continues a word.</summary>
    public static ulong HashOf(ReadOnlySpan<char> piece) => piece.StartsWith("##", StringComparison.Ordinal) && piece.Length > 2
        ? Hashing.Of(piece[2..], LaterBasis)
        : Hashing.Of(piece, FirstBasis);

    /// <summary>Writes the ids of all pieces of all words; a word that has a part which is in no piece adds none.</summary>
    /// <returns>How many there are.</returns>
    public int Split(ReadTitle title, Span<int> pieces)
    {
        var count = 0;
        foreach (var word in title.Words) count += SplitWord(title.Of(word), word.Kind, pieces[count..]);
        return count;
    }

    private int SplitWord(ReadOnlySpan<char> word, WordKind kind, Span<int> pieces)
    {
        if (kind == WordKind.Sign) return SplitRun(word, pieces);
        var count = 0;
        foreach (var part in word.Split('\''))
        {
            if (part.Start.Value > 0) count += SplitRun("'", pieces[count..]);
            count += SplitRun(word[part], pieces[count..]);
        }
        return count;
    }

    private int SplitRun(ReadOnlySpan<char> run, Span<int> pieces)
    {
        var (start, count) = (0, 0);
        while (start < run.Length)
        {
            var (id, length) = Longest(run[start..], start == 0 ? FirstBasis : LaterBasis);
            if (length == 0 || count == pieces.Length) return length == 0 ? 0 : count;
            pieces[count++] = id;
            start += length;
        }
        return count;
    }

    private (int Id, int Length) Longest(ReadOnlySpan<char> rest, ulong hash)
    {
        var longest = (Id: -1, Length: 0);
        for (var i = 0; i < Math.Min(rest.Length, MaxPiece); i++)
        {
            hash = Hashing.Add(hash, rest[i]);
            var id = _index.Find(hash);
            if (id >= 0) longest = (id, i + 1);
        }
        return longest;
    }
}
