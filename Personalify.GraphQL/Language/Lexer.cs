using System.Text;

namespace Personalify.GraphQL.Language;

/// <summary>
/// Cuts UTF-8 text into tokens. A token is a range of bytes; its text is decoded only when the syntax tree keeps it.
/// The text must be well-formed UTF-8, which <see cref="DocumentParser"/> checks once for the whole document.
/// Specification: 2.1 Source Text, https://spec.graphql.org/September2025/#sec-Source-Text
/// </summary>
internal ref partial struct Lexer
{
    private readonly Source _source;
    private readonly ReadOnlySpan<byte> _text;
    private int _position;

    public Lexer(Source source)
    {
        _source = source;
        _text = source.Text.Span;
    }

    private readonly ReadOnlySpan<byte> Rest => _text[_position..];

    /// <summary>Reads the next token behind any ignored ones; at the end, the end-of-file token again and again.</summary>
    public Token Next()
    {
        SkipIgnored();
        if (_position == _text.Length) return new Token(TokenKind.EndOfFile, _position, _position);

        var first = _text[_position];
        if (CharacterClasses.IsNameStart(first)) return ReadName();
        var punctuator = GetPunctuator(first);
        if (punctuator != TokenKind.EndOfFile) return Take(punctuator, 1);
        if (CharacterClasses.IsDigit(first) || first == '-') return ReadNumber();

        return first switch
        {
            (byte)'"' => Rest.StartsWith("\"\"\""u8) ? ReadBlockString() : ReadString(),
            (byte)'.' => ReadSpread(),
            _ => throw UnexpectedCharacter(),
        };
    }

    /// <summary>The bytes of a token.</summary>
    public readonly ReadOnlySpan<byte> GetBytes(Token token) => _text[token.Start..token.End];

    private Token Take(TokenKind kind, int length)
    {
        var start = _position;
        _position += length;
        return new Token(kind, start, _position);
    }

    // Ignored tokens: white space, line terminators, commas, comments and the byte order mark, anywhere.
    private void SkipIgnored()
    {
        while (_position < _text.Length)
        {
            switch (_text[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)',':
                    _position++;
                    break;
                case (byte)'#':
                    var length = Rest.IndexOfAny((byte)'\n', (byte)'\r');
                    _position = length < 0 ? _text.Length : _position + length;
                    break;
                case 0xEF when Rest.StartsWith("\uFEFF"u8):
                    _position += 3;
                    break;
                default:
                    return;
            }
        }
    }

    private Token ReadName()
    {
        var end = _position + 1;
        while (end < _text.Length && CharacterClasses.IsNameContinue(_text[end])) end++;
        return Take(TokenKind.Name, end - _position);
    }

    private Token ReadSpread()
    {
        if (Rest.StartsWith("..."u8)) return Take(TokenKind.Spread, 3);
        if (Rest.StartsWith(".."u8)) throw Error(_position, "Unexpected \"..\", did you mean \"...\"?");
        if (CharacterClasses.IsDigit(ByteAt(_position + 1)))
        {
            var digits = Encoding.UTF8.GetString(_text[(_position + 1)..SkipDigits(_position + 1)]);
            throw Error(_position, $"Invalid number, expected digit before \".\", did you mean \"0.{digits}\"?");
        }

        throw UnexpectedCharacter();
    }

    private static TokenKind GetPunctuator(byte character) => character switch
    {
        (byte)'!' => TokenKind.Bang,
        (byte)'$' => TokenKind.Dollar,
        (byte)'&' => TokenKind.Ampersand,
        (byte)'(' => TokenKind.ParenLeft,
        (byte)')' => TokenKind.ParenRight,
        (byte)':' => TokenKind.Colon,
        (byte)'=' => TokenKind.Equals,
        (byte)'@' => TokenKind.At,
        (byte)'[' => TokenKind.BracketLeft,
        (byte)']' => TokenKind.BracketRight,
        (byte)'{' => TokenKind.BraceLeft,
        (byte)'|' => TokenKind.Pipe,
        (byte)'}' => TokenKind.BraceRight,
        _ => TokenKind.EndOfFile,
    };

    /// <summary>The byte at an offset, or -1 behind the end.</summary>
    private readonly int ByteAt(int offset) => offset < _text.Length ? _text[offset] : -1;

    private readonly SyntaxException UnexpectedCharacter() => Error(
        _position,
        _text[_position] == '\''
            ? "Unexpected single quote character ('), did you mean to use a double quote (\")?"
            : $"Unexpected character: {DescribeCharacter(_position)}.");

    /// <summary>A printable ASCII character in quotes, any other by its code point.</summary>
    private readonly string DescribeCharacter(int offset)
    {
        if (offset >= _text.Length) return "<EOF>";
        Rune.DecodeFromUtf8(_text[offset..], out var rune, out _);
        if (rune.Value == '"') return "'\"'";
        return rune.Value is >= 0x20 and <= 0x7E ? $"\"{rune}\"" : $"U+{rune.Value:X4}";
    }

    private readonly SyntaxException Error(int offset, string message) => SyntaxException.At(_source, offset, message);
}
