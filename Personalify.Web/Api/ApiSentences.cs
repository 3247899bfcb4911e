using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Personalify.Web.Api;

/// <summary>
/// Translates what the Api says. The schema speaks English to everyone, and imports keep the sentence with which they failed; so a
/// sentence is recognised by its template, a key of this folder's resource file, and what stands in its gaps goes into the translation.
/// </summary>
public static partial class ApiSentences
{
    private static readonly Texts Text = Texts.Of(typeof(ApiSentences));
    private static readonly ConcurrentDictionary<Language, IReadOnlyList<(string Key, Regex Pattern)>> Templates = new();

    /// <summary>The sentence in the language of the request; as it is, where the language is English or the sentence is not known.</summary>
    public static string Translate(string sentence)
    {
        if (Language.Current == Language.English) return sentence;
        foreach (var (key, pattern) in Templates.GetOrAdd(Language.Current, _ => ReadTemplates()))
        {
            if (pattern.Match(sentence) is { Success: true } match) return Fill(key, match);
        }

        return sentence;
    }

    // A sentence may stand in another's gap: what was found in a file, or what to send instead.
    private static string Fill(string key, Match match)
    {
        object[] gaps = [.. match.Groups.Values.Skip(1).Select(gap => IsWord(gap.Value) ? gap.Value : Translate(gap.Value))];
        return Text[key, gaps];
    }

    private static bool IsWord(string gap) => !gap.Contains(' ', StringComparison.Ordinal);

    // Those with the most words of their own come first: another template may have a gap where they have words.
    private static IReadOnlyList<(string Key, Regex Pattern)> ReadTemplates() =>
    [
        .. Text.Keys.OrderByDescending(key => Gap().Replace(key, "").Length).Select(key => (key, PatternOf(key))),
    ];

    // Sentences quote names of files, which may be long and made to be slow; this way of matching takes time by their length only.
    private static Regex PatternOf(string key) => new(
        $"^{Gap().Replace(Regex.Escape(key), "(.*?)")}$",
        RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);

    // As it stands in a key, and as it stands there after escaping.
    [GeneratedRegex(@"\\?\{\d\}")]
    private static partial Regex Gap();
}
