using System.Buffers;

namespace Personalify.Api.Catalog;

/// <summary>
/// The names of a listener's artists, albums or tracks as they are searched, those heard longest first. A search looks at each of them: a
/// hundred thousand names take a few milliseconds.
/// </summary>
/// <param name="keys">The names without accents and case (<c>search_key</c> of the store).</param>
/// <param name="numbers">Whose they are.</param>
public sealed class SearchNames(string[] keys, int[] numbers)
{
    // What may stand before a word, beside a blank; the same signs as in the store's search_rank.
    private static readonly SearchValues<char> BeforeWords = SearchValues.Create(" -/.,:;!?&+()[]{}\"'");

    /// <summary>How well a name fits, the best first.</summary>
    private enum Fit { Whole, Start, Word, Part }

    /// <summary>Roughly what they take in memory.</summary>
    public long Bytes => keys.Sum(key => 26L + (2 * key.Length)) + (12L * keys.Length);

    /// <summary>
    /// The best matches: the name itself, then names that start with the text, then those with a word that does, then the rest; among equals
    /// what was heard longest.
    /// </summary>
    /// <param name="key">What is searched, in the form of the keys.</param>
    /// <param name="first">How many at most.</param>
    public int[] Find(string key, int first)
    {
        if (key.Length == 0) return [];
        var found = Enum.GetValues<Fit>().Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < keys.Length; i++)
        {
            if (FitOf(keys[i], key) is not { } fit || found[(int)fit].Count == first) continue;
            found[(int)fit].Add(numbers[i]);
        }

        return [.. found.SelectMany(numbers => numbers).Take(first)];
    }

    private static Fit? FitOf(string name, string key)
    {
        var place = name.IndexOf(key, StringComparison.Ordinal);
        if (place < 0) return null;
        if (place == 0) return name.Length == key.Length ? Fit.Whole : Fit.Start;
        for (; place >= 0; place = name.IndexOf(key, place + 1, StringComparison.Ordinal))
        {
            if (BeforeWords.Contains(name[place - 1])) return Fit.Word;
        }

        return Fit.Part;
    }
}
