namespace Personalify.GraphQL.Language;

internal ref partial struct Lexer
{
    // https://spec.graphql.org/September2025/#sec-Int-Value and #sec-Float-Value
    private Token ReadNumber()
    {
        var end = _position;
        if (_text[end] == '-') end++;
        end = SkipIntegerPart(end);

        var kind = TokenKind.Int;
        if (ByteAt(end) == '.')
        {
            kind = TokenKind.Float;
            end = SkipDigits(end + 1);
        }

        if (ByteAt(end) is 'e' or 'E')
        {
            kind = TokenKind.Float;
            end++;
            if (ByteAt(end) is '+' or '-') end++;
            end = SkipDigits(end);
        }

        // Numbers are followed by neither a name nor a dot: `1a` and `1.2.3` are no two tokens.
        if (ByteAt(end) == '.' || (end < _text.Length && CharacterClasses.IsNameStart(_text[end]))) throw ExpectedDigit(end);
        return Take(kind, end - _position);
    }

    private readonly int SkipIntegerPart(int offset)
    {
        if (ByteAt(offset) != '0') return SkipDigits(offset);
        if (!CharacterClasses.IsDigit(ByteAt(offset + 1))) return offset + 1;
        throw Error(offset + 1, $"Invalid number, unexpected digit after 0: {DescribeCharacter(offset + 1)}.");
    }

    private readonly int SkipDigits(int offset)
    {
        if (!CharacterClasses.IsDigit(ByteAt(offset))) throw ExpectedDigit(offset);
        while (CharacterClasses.IsDigit(ByteAt(offset))) offset++;
        return offset;
    }

    private readonly SyntaxException ExpectedDigit(int offset) =>
        Error(offset, $"Invalid number, expected digit but got: {DescribeCharacter(offset)}.");
}
