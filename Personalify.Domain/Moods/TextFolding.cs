using System.Globalization;
using System.Text;

namespace Personalify.Domain.Moods;

/// <summary>
/// Latin letters as the model knows them: lower case and without accents. Written out as tables, so that no text is allocated and no
/// version of a library of the system changes what the model reads.
/// </summary>
internal static class TextFolding
{
    private const int TableEnd = 0x250;
    private const int AdditionalStart = 0x1E00;
    private const int AdditionalEnd = 0x1F00;
    private static readonly char[] Table = Build(0, TableEnd);
    private static readonly char[] Additional = Build(AdditionalStart, AdditionalEnd);

    /// <summary>The letter without case and accent; what is no Latin letter comes back as it is, in lower case.</summary>
    public static char Fold(char unit) => unit switch
    {
        < (char)TableEnd => Table[unit],
        >= (char)AdditionalStart and < (char)AdditionalEnd => Additional[unit - AdditionalStart],
        >= '\uFF21' and <= '\uFF5A' => char.ToLowerInvariant((char)(unit - 0xFEE0)),
        _ => char.ToLowerInvariant(unit),
    };

    /// <summary>Whether <see cref="Fold"/> made it a letter of the Latin alphabet or a digit.</summary>
    public static bool IsPlain(char folded) => folded is (>= 'a' and <= 'z') or (>= '0' and <= '9');

    private static char[] Build(int start, int end)
    {
        var table = new char[end - start];
        for (var i = 0; i < table.Length; i++) table[i] = Decompose((char)(start + i));
        return table;
    }

    private static char Decompose(char unit)
    {
        var lower = char.ToLowerInvariant(unit);
        if (!char.IsLetter(lower)) return lower;
        var first = lower.ToString().Normalize(NormalizationForm.FormD)[0];
        return IsPlain(first) ? first : Undecomposed(lower);
    }

    /// <summary>Latin letters that Unicode does not take apart.</summary>
    private static char Undecomposed(char lower) => lower switch
    {
        'ß' or 'ẞ' => 's',
        'æ' => 'a',
        'ø' or 'œ' => 'o',
        'đ' or 'ð' => 'd',
        'ł' => 'l',
        'ı' => 'i',
        'þ' => 't',
        'ħ' => 'h',
        _ => lower,
    };

    /// <summary>Marks that stand on or about other characters and that are no word: accents, variation selectors, joiners, bidi marks.</summary>
    public static bool IsInvisible(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark
            or UnicodeCategory.Format or UnicodeCategory.ModifierSymbol;
}
