namespace Personalify.GraphQL.Language;

/// <summary>The classes of ASCII characters that the grammar names. Specification: appendix B, Grammar Summary.</summary>
internal static class CharacterClasses
{
    public static bool IsNameStart(int character) => char.IsAsciiLetter((char)character) || character == '_';

    public static bool IsNameContinue(int character) => char.IsAsciiLetterOrDigit((char)character) || character == '_';

    public static bool IsDigit(int character) => char.IsAsciiDigit((char)character);

    public static bool IsHexDigit(int character) => char.IsAsciiHexDigit((char)character);

    public static uint GetHexValue(int hexDigit) => (uint)(hexDigit <= '9' ? hexDigit - '0' : (hexDigit | 0x20) - 'a' + 10);

    public static bool IsWhiteSpace(int character) => character is ' ' or '\t';

    /// <summary>Whether a text is a name by the grammar. Specification: 2.1.9 Names.</summary>
    public static bool IsName(string text)
    {
        if (text.Length == 0 || !IsNameStart(text[0])) return false;
        foreach (var character in text)
        {
            if (!IsNameContinue(character)) return false;
        }

        return true;
    }
}
