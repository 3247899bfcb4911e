using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Personalify.Domain.Catalog;

/// <summary>
/// How a name from an export becomes a name to show and a key to compare. An export names artists, albums and local tracks without
/// ids, in whatever form a label once typed: decomposed letters, bidi marks, zero-width spaces, doubled blanks.
/// </summary>
public static class CatalogName
{
    /// <summary>The longest name kept, in UTF-16 units. A longer one is cut: a key must fit an index entry.</summary>
    public const int MaxLength = 800;

    /// <summary>Stands for the artist of a track that names none.</summary>
    public const string UnknownArtist = "Unknown artist";

    /// <summary>Stands for the title of a track that has an id but no name.</summary>
    public const string UnknownTrack = "Unknown track";

    /// <summary>
    /// The name to show: NFC, without control characters and noncharacters, U+FFFD for halves of surrogate pairs, every run of white space
    /// one blank, trimmed, at most <paramref name="maxLength"/> units. Invisible marks stay, since emoji and several scripts need them.
    /// What no text may hold goes first, because .NET composes no text that holds it.
    /// </summary>
    public static string Display(string raw, int maxLength = MaxLength)
    {
        if (IsPlain(raw) && raw.Length <= maxLength) return raw;
        return Cut(Collapse(raw, keepFormat: true).Normalize(NormalizationForm.FormC), maxLength);
    }

    /// <summary>
    /// The key of a name that <see cref="Display"/> made: without the marks that nobody sees. Upper and lower case stay apart,
    /// because artists use the difference. A name of nothing but marks is its own key.
    /// </summary>
    public static string Key(string display)
    {
        if (IsPlain(display)) return display;
        var key = Collapse(display, keepFormat: false);
        return key.Length == 0 ? display : key;
    }

    /// <summary>
    /// One number for the keys of an artist and a title: the first eight bytes of SHA-256 of both with U+001F between them, which no key
    /// contains.
    /// </summary>
    public static long PairKey(string artistKey, string nameKey) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes($"{artistKey}\u001F{nameKey}")));

    /// <summary>Printable ASCII without anything to trim or collapse, which most names are.</summary>
    private static bool IsPlain(string text)
    {
        var previous = ' ';
        foreach (var unit in text)
        {
            if (unit is < ' ' or > '~' || (unit == ' ' && previous == ' ')) return false;
            previous = unit;
        }
        return previous != ' ' || text.Length == 0;
    }

    private static string Collapse(string text, bool keepFormat)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (Rune.IsWhiteSpace(rune)) AppendBlank(result);
            else if (IsKept(rune, category, keepFormat)) result.Append(rune.ToString());
        }
        if (result.Length > 0 && result[^1] == ' ') result.Length--;
        return result.ToString();
    }

    private static bool IsKept(Rune rune, UnicodeCategory category, bool keepFormat) =>
        category != UnicodeCategory.Control && !IsNoncharacter(rune.Value) && (keepFormat || category != UnicodeCategory.Format);

    /// <summary>The 66 values that Unicode keeps free for programs and that stand for no character in text.</summary>
    private static bool IsNoncharacter(int value) => value is >= 0xFDD0 and <= 0xFDEF || (value & 0xFFFE) == 0xFFFE;

    private static void AppendBlank(StringBuilder result)
    {
        if (result.Length > 0 && result[^1] != ' ') result.Append(' ');
    }

    private static string Cut(string text, int maxLength)
    {
        if (text.Length <= maxLength) return text;
        var length = char.IsHighSurrogate(text[maxLength - 1]) ? maxLength - 1 : maxLength;
        return text[..length].TrimEnd(' ');
    }
}
