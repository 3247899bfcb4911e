using System.Globalization;

namespace Personalify.Web.Formatting;

/// <summary>What stands for a cover that cannot be shown: initials, on one of twelve colours made from the name.</summary>
public static class Monogram
{
    public const int Hues = 12;

    /// <summary>The first letters of the first two words; a note for a name without letters.</summary>
    public static string Initials(string name)
    {
        var initials = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(FirstLetter).OfType<string>().Take(2);
        var text = string.Concat(initials).ToUpperInvariant();
        return text.Length == 0 ? "♪" : text;
    }

    /// <summary>The same name has the same colour on every page and in every process.</summary>
    public static int Hue(string name)
    {
        var hash = 0u;
        foreach (var rune in name.EnumerateRunes()) hash = (hash * 31) + (uint)rune.Value;
        return (int)(hash % Hues);
    }

    private static string? FirstLetter(string word)
    {
        var elements = StringInfo.GetTextElementEnumerator(word);
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            if (element.EnumerateRunes().First() is var rune && System.Text.Rune.IsLetterOrDigit(rune)) return element;
        }

        return null;
    }
}
