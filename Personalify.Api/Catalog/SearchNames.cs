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
    // Signs that people leave out or put in: “ac dc” finds AC/DC, and so does “(love)” Love.
    private static readonly SearchValues<char> Signs = SearchValues.Create(" -/.,:;!?&+()[]{}\"'’");

    private readonly string[] _words = [.. keys.Select(Words)];

    /// <summary>How well a name fits, the best first.</summary>
    private enum Fit { Whole, Start, Word, Part }

    /// <summary>Roughly what they take in memory.</summary>
    public long Bytes => keys.Concat(_words).Sum(key => 26L + (2 * key.Length)) + (20L * keys.Length);

    /// <summary>
    /// The best matches: the name itself, then names that start with the text, then those with a word that does, then the rest; among equals
    /// what was heard longest.
    /// </summary>
    /// <param name="key">What is searched, in the form of the keys.</param>
    /// <param name="first">How many at most.</param>
    public int[] Find(string key, int first)
    {
        // Without its signs, unless it is made of nothing else.
        var words = Words(key);
        return words.Length > 0 ? Find(_words, words, first) : Find(keys, key.Trim(), first);
    }

    private int[] Find(string[] names, string text, int first)
    {
        if (text.Length == 0) return [];
        var found = Enum.GetValues<Fit>().Select(_ => new List<int>()).ToArray();
        for (var i = 0; i < names.Length; i++)
        {
            if (FitOf(names[i], text) is not { } fit || found[(int)fit].Count == first) continue;
            found[(int)fit].Add(numbers[i]);
        }

        return [.. found.SelectMany(matches => matches).Take(first)];
    }

    private static Fit? FitOf(string name, string text)
    {
        var place = name.IndexOf(text, StringComparison.Ordinal);
        if (place < 0) return null;
        if (place == 0) return name.Length == text.Length ? Fit.Whole : Fit.Start;
        return name.Contains($" {text}", StringComparison.Ordinal) ? Fit.Word : Fit.Part;
    }

    /// <summary>The text with one blank between its words and no signs.</summary>
    private static string Words(string text) => string.Join(' ', text.Split(SeparatorsOf(text), StringSplitOptions.RemoveEmptyEntries));

    private static char[] SeparatorsOf(string text) => [.. text.Where(Signs.Contains).Distinct()];
}
