namespace Personalify.Domain.Moods;

/// <summary>
/// The words that occur in enough comments to have taught the model something. Of a title in another language or script, of a name or of an
/// invented word the model would only guess, so such a title is not scored.
/// </summary>
internal sealed class KnownWords(ReadOnlySpan<ulong> hashes)
{
    private readonly HashIndex _index = new(hashes);

    public bool Has(ReadOnlySpan<char> word) => _index.Find(Hashing.Of(word)) >= 0;

    /// <summary>
    /// Whether at least half of the letters belong to known words. Numbers count for neither side; an emoji that is known is one letter.
    /// </summary>
    public bool Suffice(ReadTitle title)
    {
        var (known, unknown) = (0, 0);
        foreach (var word in title.Words)
        {
            var text = title.Of(word);
            if (IsNumber(text)) continue;
            if (Has(text)) known += Weight(word, text);
            else if (word.Kind != WordKind.Sign) unknown += text.Length;
        }
        return known > 0 && known >= unknown;
    }

    private static int Weight(WordPlace word, ReadOnlySpan<char> text)
    {
        if (word.Kind != WordKind.Sign) return text.Length;
        return IsPunctuation(text) ? 0 : 1;
    }

    private static bool IsNumber(ReadOnlySpan<char> word) => TextFolding.LeadingDigits(word) == word.Length;

    private static bool IsPunctuation(ReadOnlySpan<char> sign) => sign[0] <= '\u203F';
}
