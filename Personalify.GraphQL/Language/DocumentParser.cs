using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Personalify.GraphQL.Language;

/// <summary>
/// A recursive descent parser: one method per production of the grammar, one token of look-ahead.
/// A mutable <c>ref struct</c>; never copy it. Specification: appendix B,
/// https://spec.graphql.org/September2025/#sec-Appendix-Grammar-Summary
/// </summary>
internal ref partial struct DocumentParser
{
    private readonly Source _source;
    private readonly ParserOptions _options;
    private Lexer _lexer;
    private Token _token;
    private int _lastEnd;
    private int _tokenCount;
    private int _nodeCount;
    private int _fieldCount;
    private int _aliasCount;
    private int _depth;

    public DocumentParser(Source source, ParserOptions options)
    {
        _source = source;
        _options = options;
        RejectInvalidUtf8();
        _lexer = new Lexer(source);
        Advance();
    }

    private delegate T ItemParser<T>(ref DocumentParser parser);

    public DocumentNode ParseDocument()
    {
        var start = _token.Start;
        var definitions = new List<DefinitionNode>();
        do
        {
            definitions.Add(ParseDefinition());
        }
        while (_token.Kind != TokenKind.EndOfFile);
        return new DocumentNode(definitions) { Source = _source, Span = SpanFrom(start) };
    }

    public readonly void ExpectEnd()
    {
        if (_token.Kind != TokenKind.EndOfFile) throw Expected(TokenKind.EndOfFile);
    }

    private DefinitionNode ParseDefinition()
    {
        if (_token.Kind == TokenKind.BraceLeft) return ParseShorthandQuery();

        var described = _token;
        var description = ParseDescription();
        if (description is null && PeekKeyword("extend"u8)) return ParseExtension();
        if (_token.Kind == TokenKind.Name)
        {
            if (ParseExecutableDefinition(described.Start, description) is { } executable) return executable;
            if (ParseTypeSystemDefinition(described.Start, description) is { } definition) return definition;
        }

        if (description is null) throw Unexpected(_token);
        throw _token.Kind switch
        {
            TokenKind.BraceLeft => Error(described, "Unexpected description, descriptions are not supported on shorthand queries."),
            TokenKind.Name => Error(described, "Unexpected description, only GraphQL definitions support descriptions."),
            _ => Unexpected(_token),
        };
    }

    private NameNode ParseName()
    {
        var token = Expect(TokenKind.Name);
        return new NameNode(GetText(token)) { Span = SpanFrom(token.Start) };
    }

    private StringValueNode? ParseDescription() =>
        _token.Kind is TokenKind.String or TokenKind.BlockString ? ParseString() : null;

    private void Advance()
    {
        _lastEnd = _token.End;
        _token = _lexer.Next();
        if (_token.Kind != TokenKind.EndOfFile && ++_tokenCount > _options.MaxAllowedTokens)
        {
            throw LimitExceeded($"Document contains more than {_options.MaxAllowedTokens} tokens", "send a shorter document");
        }
    }

    private readonly bool Peek(TokenKind kind) => _token.Kind == kind;

    private readonly bool PeekKeyword(ReadOnlySpan<byte> keyword) =>
        _token.Kind == TokenKind.Name && _lexer.GetBytes(_token).SequenceEqual(keyword);

    private Token Expect(TokenKind kind)
    {
        var token = _token;
        if (token.Kind != kind) throw Expected(kind);
        Advance();
        return token;
    }

    private bool Skip(TokenKind kind)
    {
        if (_token.Kind != kind) return false;
        Advance();
        return true;
    }

    private void ExpectKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!SkipKeyword(keyword)) throw Error(_token, $"Expected \"{Encoding.UTF8.GetString(keyword)}\", found {Describe(_token)}.");
    }

    private bool SkipKeyword(ReadOnlySpan<byte> keyword)
    {
        if (!PeekKeyword(keyword)) return false;
        Advance();
        return true;
    }

    /// <summary>Items between brackets; the list may be empty only if <paramref name="allowEmpty"/>.</summary>
    private T[] ParseList<T>(TokenKind open, ItemParser<T> parseItem, TokenKind close, bool allowEmpty = false)
    {
        Expect(open);
        if (allowEmpty && Skip(close)) return [];

        var items = new List<T>();
        do
        {
            items.Add(parseItem(ref this));
        }
        while (!Skip(close));
        return [.. items];
    }

    private T[] ParseOptionalList<T>(TokenKind open, ItemParser<T> parseItem, TokenKind close) =>
        _token.Kind == open ? ParseList(open, parseItem, close) : [];

    /// <summary>Items with a delimiter between them and, optionally, one in front: <c>| A | B</c>.</summary>
    private T[] ParseDelimited<T>(TokenKind delimiter, ItemParser<T> parseItem)
    {
        Skip(delimiter);
        var items = new List<T>();
        do
        {
            items.Add(parseItem(ref this));
        }
        while (Skip(delimiter));
        return [.. items];
    }

    /// <summary>The range from an offset up to the last token read. Every node is made with one, so nodes are counted here.</summary>
    private TextSpan SpanFrom(int start)
    {
        if (++_nodeCount > _options.MaxAllowedNodes)
        {
            throw LimitExceeded($"Document contains more than {_options.MaxAllowedNodes} syntax nodes", "send a shorter document");
        }

        return new TextSpan(start, _lastEnd);
    }

    private void EnterLevel()
    {
        // The option may be set as high as one likes; the stack has the last word.
        if (++_depth > _options.MaxAllowedRecursionDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            var limit = Math.Min(_depth - 1, _options.MaxAllowedRecursionDepth);
            throw LimitExceeded($"Document is nested deeper than {limit} levels", "split it into flatter requests");
        }
    }

    private void LeaveLevel() => _depth--;

    private readonly void RejectInvalidUtf8()
    {
        var text = _source.Text.Span;
        if (Utf8.IsValid(text)) return;

        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var length) == System.Buffers.OperationStatus.Done) offset += length;
        throw SyntaxException.At(_source, offset, $"Invalid UTF-8 byte 0x{text[offset]:X2}.");
    }

    private readonly string GetText(Token token) => Encoding.UTF8.GetString(_lexer.GetBytes(token));

    private readonly string Describe(Token token) => token.Kind switch
    {
        TokenKind.Name or TokenKind.Int or TokenKind.Float => $"{token.Kind} \"{GetText(token)}\"",
        TokenKind.String or TokenKind.BlockString => $"{token.Kind} \"{_lexer.GetStringValue(token)}\"",
        _ => token.Kind.Describe(),
    };

    private readonly SyntaxException Unexpected(Token token) => Error(token, $"Unexpected {Describe(token)}.");

    private readonly SyntaxException Expected(TokenKind kind) =>
        Error(_token, $"Expected {kind.Describe()}, found {Describe(_token)}.");

    private readonly SyntaxException Error(Token token, string message) => SyntaxException.At(_source, token.Start, message);

    private readonly SyntaxException LimitExceeded(string what, string wayOut) =>
        SyntaxException.LimitExceeded(_source, _token.Start, $"{what}. Parsing aborted; {wayOut}.");
}
