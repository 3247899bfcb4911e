using System.Globalization;
using System.Text;

namespace Personalify.Api.Imports.Reading;

/// <summary>
/// Decodes a JSON string that may hold what .NET's reader refuses: escaped halves of surrogate pairs, broken UTF-8. Such a place becomes
/// U+FFFD, since a play must not be lost for a letter in its title.
/// </summary>
internal static class JsonText
{
    public static string Decode(ReadOnlySpan<byte> raw)
    {
        var text = Encoding.UTF8.GetString(raw);
        return text.Contains('\\', StringComparison.Ordinal) ? WithoutHalves(Unescape(text)) : text;
    }

    private static string Unescape(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) result.Append(text[i]);
            else if (text[++i] != 'u') result.Append(Named(text[i]));
            else if (i + 4 < text.Length)
            {
                result.Append((char)int.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
        }
        return result.ToString();
    }

    private static char Named(char letter) => letter switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => letter,
    };

    /// <summary>The text with U+FFFD in place of halves of surrogate pairs.</summary>
    public static string WithoutHalves(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) result.Append(rune.ToString());
        return result.ToString();
    }
}
