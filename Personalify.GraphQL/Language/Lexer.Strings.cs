using System.Text;

namespace Personalify.GraphQL.Language;

internal ref partial struct Lexer
{
    // https://spec.graphql.org/September2025/#sec-String-Value
    private Token ReadString()
    {
        var end = _position + 1;
        while (true)
        {
            var length = _text[end..].IndexOfAny("\"\\\n\r"u8);
            if (length < 0) throw Error(_text.Length, "Unterminated string.");
            end += length;
            switch (_text[end])
            {
                case (byte)'"':
                    return Take(TokenKind.String, end + 1 - _position);
                case (byte)'\\':
                    end += ReadEscape(end, out _);
                    break;
                default:
                    throw Error(end, "Unterminated string.");
            }
        }
    }

    private Token ReadBlockString()
    {
        var end = _position + 3;
        while (true)
        {
            var length = _text[end..].IndexOf("\"\"\""u8);
            if (length < 0) throw Error(_text.Length, "Unterminated string.");
            end += length;
            if (_text[end - 1] != '\\') return Take(TokenKind.BlockString, end + 3 - _position);
            end += 3;
        }
    }

    /// <summary>The value of a string or block string token, escapes resolved.</summary>
    public readonly string GetStringValue(Token token)
    {
        if (token.Kind == TokenKind.BlockString) return BlockString.Parse(_text[(token.Start + 3)..(token.End - 3)]);

        var raw = _text[(token.Start + 1)..(token.End - 1)];
        return raw.Contains((byte)'\\') ? Unescape(token.Start + 1, token.End - 1) : Encoding.UTF8.GetString(raw);
    }

    private readonly string Unescape(int start, int end)
    {
        var value = new StringBuilder(end - start);
        while (start < end)
        {
            var length = _text[start..end].IndexOf((byte)'\\');
            if (length < 0) length = end - start;
            value.Append(Encoding.UTF8.GetString(_text.Slice(start, length)));
            start += length;
            if (start == end) break;
            start += ReadEscape(start, out var character);
            value.Append(character.ToString());
        }

        return value.ToString();
    }

    /// <summary>Reads the escape sequence at an offset and returns its length in bytes.</summary>
    private readonly int ReadEscape(int offset, out Rune character)
    {
        var kind = ByteAt(offset + 1);
        if (kind == 'u')
        {
            return ByteAt(offset + 2) == '{'
                ? ReadVariableWidthEscape(offset, out character)
                : ReadFixedWidthEscape(offset, out character);
        }

        character = new Rune(kind switch
        {
            '"' or '\\' or '/' => (char)kind,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => throw Error(offset, $"Invalid character escape sequence: \"{Excerpt(offset, 2)}\"."),
        });
        return 2;
    }

    // \u{1F600}: one to eight digits, because leading zeros are allowed.
    private readonly int ReadVariableWidthEscape(int offset, out Rune character)
    {
        uint codePoint = 0;
        var length = 3;
        while (length < 12)
        {
            var current = ByteAt(offset + length++);
            if (current == '}' && length > 4 && Rune.TryCreate(codePoint, out character)) return length;
            if (!CharacterClasses.IsHexDigit(current)) break;
            codePoint = (codePoint << 4) | CharacterClasses.GetHexValue(current);
        }

        throw InvalidUnicodeEscape(offset, length);
    }

    // \u263A, or the two halves of a surrogate pair one after the other. A lone half is no character.
    private readonly int ReadFixedWidthEscape(int offset, out Rune character)
    {
        var high = ReadFourHexDigits(offset + 2);
        if (high >= 0 && Rune.TryCreate((char)high, out character)) return 6;
        if (high >= 0 && ByteAt(offset + 6) == '\\' && ByteAt(offset + 7) == 'u')
        {
            var low = ReadFourHexDigits(offset + 8);
            if (low >= 0 && Rune.TryCreate((char)high, (char)low, out character)) return 12;
        }

        throw InvalidUnicodeEscape(offset, 6);
    }

    private readonly int ReadFourHexDigits(int offset) =>
        offset + 4 <= _text.Length
        && ushort.TryParse(_text.Slice(offset, 4), System.Globalization.NumberStyles.AllowHexSpecifier, null, out var value)
            ? value
            : -1;

    private readonly SyntaxException InvalidUnicodeEscape(int offset, int length) =>
        Error(offset, $"Invalid Unicode escape sequence: \"{Excerpt(offset, length)}\".");

    // So many characters; a character takes four bytes at most.
    private readonly string Excerpt(int offset, int length)
    {
        var text = Encoding.UTF8.GetString(_text[offset..Math.Min(offset + (length * 4), _text.Length)]);
        return text[..Math.Min(length, text.Length)];
    }
}
