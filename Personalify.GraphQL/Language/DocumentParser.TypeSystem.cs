namespace Personalify.GraphQL.Language;

// https://spec.graphql.org/September2025/#sec-Type-System
internal ref partial struct DocumentParser
{
    /// <summary>Parses a definition of the type system, or returns <c>null</c> when the keyword starts none.</summary>
    private TypeSystemDefinitionNode? ParseTypeSystemDefinition(int start, StringValueNode? description)
    {
        var definition = SkipKeyword("directive"u8) ? ParseDirectiveDefinition() : ParseDefinitionOrExtension(isExtension: false);
        return definition is null ? null : definition with { Description = description, Span = SpanFrom(start) };
    }

    // https://spec.graphql.org/September2025/#sec-Type-System-Extensions
    private TypeSystemDefinitionNode ParseExtension()
    {
        var start = _token.Start;
        Advance();
        var extension = ParseDefinitionOrExtension(isExtension: true) ?? throw Unexpected(_token);
        return extension with { IsExtension = true, Span = SpanFrom(start) };
    }

    private TypeSystemDefinitionNode? ParseDefinitionOrExtension(bool isExtension)
    {
        if (SkipKeyword("schema"u8)) return ParseSchema(isExtension);
        if (SkipKeyword("scalar"u8)) return ParseScalar(isExtension);
        if (SkipKeyword("type"u8)) return ParseObject(isExtension);
        if (SkipKeyword("interface"u8)) return ParseInterface(isExtension);
        if (SkipKeyword("union"u8)) return ParseUnion(isExtension);
        if (SkipKeyword("enum"u8)) return ParseEnum(isExtension);
        return SkipKeyword("input"u8) ? ParseInputObject(isExtension) : null;
    }

    /// <summary>An extension that adds nothing is an error at the token where its additions should have started.</summary>
    private readonly void RejectEmptyExtension(bool isExtension, params ReadOnlySpan<int> additions)
    {
        if (isExtension && additions.IndexOfAnyExcept(0) < 0) throw Unexpected(_token);
    }

    private SchemaDefinitionNode ParseSchema(bool isExtension)
    {
        var directives = ParseDirectives(isConstant: true);
        var operationTypes = isExtension && !Peek(TokenKind.BraceLeft)
            ? []
            : ParseList(TokenKind.BraceLeft, static (ref parser) => parser.ParseOperationType(), TokenKind.BraceRight);
        RejectEmptyExtension(isExtension, directives.Length, operationTypes.Length);
        return new SchemaDefinitionNode(directives, operationTypes);
    }

    private OperationTypeDefinitionNode ParseOperationType()
    {
        var start = _token.Start;
        if (!Peek(TokenKind.Name)) throw Expected(TokenKind.Name);
        var operation = PeekOperationType() ?? throw Unexpected(_token);
        Advance();
        Expect(TokenKind.Colon);
        var type = ParseNamedType();
        return new OperationTypeDefinitionNode(operation, type) { Span = SpanFrom(start) };
    }

    private ScalarTypeDefinitionNode ParseScalar(bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        RejectEmptyExtension(isExtension, directives.Length);
        return new ScalarTypeDefinitionNode(name, directives);
    }

    private ObjectTypeDefinitionNode ParseObject(bool isExtension)
    {
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RejectEmptyExtension(isExtension, interfaces.Length, directives.Length, fields.Length);
        return new ObjectTypeDefinitionNode(name, interfaces, directives, fields);
    }

    private InterfaceTypeDefinitionNode ParseInterface(bool isExtension)
    {
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseFieldDefinitions();
        RejectEmptyExtension(isExtension, interfaces.Length, directives.Length, fields.Length);
        return new InterfaceTypeDefinitionNode(name, interfaces, directives, fields);
    }

    private NamedTypeNode[] ParseImplementedInterfaces() =>
        SkipKeyword("implements"u8) ? ParseDelimited(TokenKind.Ampersand, static (ref parser) => parser.ParseNamedType()) : [];

    private FieldDefinitionNode[] ParseFieldDefinitions() =>
        ParseOptionalList(TokenKind.BraceLeft, static (ref parser) => parser.ParseFieldDefinition(), TokenKind.BraceRight);

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var directives = ParseDirectives(isConstant: true);
        return new FieldDefinitionNode(name, arguments, type, directives) { Description = description, Span = SpanFrom(start) };
    }

    private InputValueDefinitionNode[] ParseArgumentDefinitions() =>
        ParseOptionalList(TokenKind.ParenLeft, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.ParenRight);

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new InputValueDefinitionNode(name, type, defaultValue, directives) { Description = description, Span = SpanFrom(start) };
    }

    private UnionTypeDefinitionNode ParseUnion(bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var types = Skip(TokenKind.Equals) ? ParseDelimited(TokenKind.Pipe, static (ref parser) => parser.ParseNamedType()) : [];
        RejectEmptyExtension(isExtension, directives.Length, types.Length);
        return new UnionTypeDefinitionNode(name, directives, types);
    }

    private EnumTypeDefinitionNode ParseEnum(bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var values = ParseOptionalList(TokenKind.BraceLeft, static (ref parser) => parser.ParseEnumValueDefinition(), TokenKind.BraceRight);
        RejectEmptyExtension(isExtension, directives.Length, values.Length);
        return new EnumTypeDefinitionNode(name, directives, values);
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        if (PeekKeyword("true"u8) || PeekKeyword("false"u8) || PeekKeyword("null"u8))
        {
            throw Error(_token, $"{Describe(_token)} is reserved and cannot be used for an enum value.");
        }

        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        return new EnumValueDefinitionNode(name, directives) { Description = description, Span = SpanFrom(start) };
    }

    private InputObjectTypeDefinitionNode ParseInputObject(bool isExtension)
    {
        var name = ParseName();
        var directives = ParseDirectives(isConstant: true);
        var fields = ParseInputFieldDefinitions();
        RejectEmptyExtension(isExtension, directives.Length, fields.Length);
        return new InputObjectTypeDefinitionNode(name, directives, fields);
    }

    private InputValueDefinitionNode[] ParseInputFieldDefinitions() =>
        ParseOptionalList(TokenKind.BraceLeft, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.BraceRight);

    private DirectiveDefinitionNode ParseDirectiveDefinition()
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = ParseDelimited(TokenKind.Pipe, static (ref parser) => parser.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(name, arguments, isRepeatable, locations);
    }

    private NameNode ParseDirectiveLocation()
    {
        var token = _token;
        var name = ParseName();
        return DirectiveLocations.IsKnown(name.Value) ? name : throw Unexpected(token);
    }
}
