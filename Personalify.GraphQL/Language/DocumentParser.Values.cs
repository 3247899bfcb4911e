namespace Personalify.GraphQL.Language;

// https://spec.graphql.org/September2025/#sec-Input-Values and #sec-Type-References
internal ref partial struct DocumentParser
{
    /// <summary>Parses a value. A constant one holds no variable, not even inside a list or an object.</summary>
    public ValueNode ParseValue(bool isConstant)
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.BracketLeft:
                return ParseListValue(isConstant);
            case TokenKind.BraceLeft:
                return ParseObjectValue(isConstant);
            case TokenKind.String or TokenKind.BlockString:
                return ParseString();
            case TokenKind.Int:
                Advance();
                return new IntValueNode(GetText(token)) { Span = SpanFrom(token.Start) };
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(GetText(token)) { Span = SpanFrom(token.Start) };
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.Dollar when !isConstant:
                return ParseVariable();
            case TokenKind.Dollar:
                throw UnexpectedVariable();
            default:
                throw Unexpected(token);
        }
    }

    /// <summary>Parses a type reference.</summary>
    public TypeNode ParseType()
    {
        var start = _token.Start;
        TypeNode type = Peek(TokenKind.BracketLeft) ? ParseListType() : ParseNamedType();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type) { Span = SpanFrom(start) } : type;
    }

    private ListTypeNode ParseListType()
    {
        EnterLevel();
        var start = Expect(TokenKind.BracketLeft).Start;
        var itemType = ParseType();
        Expect(TokenKind.BracketRight);
        LeaveLevel();
        return new ListTypeNode(itemType) { Span = SpanFrom(start) };
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _token.Start;
        var name = ParseName();
        return new NamedTypeNode(name) { Span = SpanFrom(start) };
    }

    // true, false and null; every other name is an enum value.
    private ValueNode ParseNamedValue()
    {
        var token = _token;
        var bytes = _lexer.GetBytes(token);
        Advance();
        if (bytes.SequenceEqual("true"u8)) return new BooleanValueNode(true) { Span = SpanFrom(token.Start) };
        if (bytes.SequenceEqual("false"u8)) return new BooleanValueNode(false) { Span = SpanFrom(token.Start) };
        if (bytes.SequenceEqual("null"u8)) return new NullValueNode { Span = SpanFrom(token.Start) };
        return new EnumValueNode(GetText(token)) { Span = SpanFrom(token.Start) };
    }

    private StringValueNode ParseString()
    {
        var token = _token;
        Advance();
        return new StringValueNode(_lexer.GetStringValue(token), token.Kind == TokenKind.BlockString) { Span = SpanFrom(token.Start) };
    }

    private ListValueNode ParseListValue(bool isConstant)
    {
        EnterLevel();
        var start = _token.Start;
        var items = ParseList<ValueNode>(
            TokenKind.BracketLeft,
            isConstant
                ? static (ref parser) => parser.ParseValue(isConstant: true)
                : static (ref parser) => parser.ParseValue(isConstant: false),
            TokenKind.BracketRight,
            allowEmpty: true);
        LeaveLevel();
        return new ListValueNode(items) { Span = SpanFrom(start) };
    }

    private ObjectValueNode ParseObjectValue(bool isConstant)
    {
        EnterLevel();
        var start = _token.Start;
        var fields = ParseList<ObjectFieldNode>(
            TokenKind.BraceLeft,
            isConstant
                ? static (ref parser) => parser.ParseObjectField(isConstant: true)
                : static (ref parser) => parser.ParseObjectField(isConstant: false),
            TokenKind.BraceRight,
            allowEmpty: true);
        LeaveLevel();
        return new ObjectValueNode(fields) { Span = SpanFrom(start) };
    }

    private ObjectFieldNode ParseObjectField(bool isConstant)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConstant);
        return new ObjectFieldNode(name, value) { Span = SpanFrom(start) };
    }

    private VariableNode ParseVariable()
    {
        var start = Expect(TokenKind.Dollar).Start;
        var name = ParseName();
        return new VariableNode(name) { Span = SpanFrom(start) };
    }

    private SyntaxException UnexpectedVariable()
    {
        var dollar = Expect(TokenKind.Dollar);
        return Peek(TokenKind.Name)
            ? Error(dollar, $"Unexpected variable \"${GetText(_token)}\" in constant value.")
            : Unexpected(dollar);
    }
}
