namespace Personalify.GraphQL.Language;

// https://spec.graphql.org/September2025/#sec-Language.Operations to #sec-Language.Directives
internal ref partial struct DocumentParser
{
    private OperationDefinitionNode ParseShorthandQuery()
    {
        var start = _token.Start;
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(OperationType.Query, null, [], [], selectionSet) { Span = SpanFrom(start) };
    }

    /// <summary>Parses an operation or a fragment, or returns <c>null</c> when the keyword starts neither.</summary>
    private ExecutableDefinitionNode? ParseExecutableDefinition(int start, StringValueNode? description)
    {
        if (PeekKeyword("fragment"u8)) return ParseFragmentDefinition(start, description);
        return PeekOperationType() is { } operation ? ParseOperation(start, description, operation) : null;
    }

    private readonly OperationType? PeekOperationType()
    {
        if (PeekKeyword("query"u8)) return OperationType.Query;
        if (PeekKeyword("mutation"u8)) return OperationType.Mutation;
        return PeekKeyword("subscription"u8) ? OperationType.Subscription : null;
    }

    private OperationDefinitionNode ParseOperation(int start, StringValueNode? description, OperationType operation)
    {
        Advance();
        var name = Peek(TokenKind.Name) ? ParseName() : null;
        var variables = ParseVariableDefinitions();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(operation, name, variables, directives, selectionSet)
        {
            Description = description,
            Span = SpanFrom(start),
        };
    }

    private VariableDefinitionNode[] ParseVariableDefinitions() =>
        ParseOptionalList(TokenKind.ParenLeft, static (ref parser) => parser.ParseVariableDefinition(), TokenKind.ParenRight);

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Start;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.Equals) ? ParseValue(isConstant: true) : null;
        var directives = ParseDirectives(isConstant: true);
        return new VariableDefinitionNode(variable, type, defaultValue, directives) { Description = description, Span = SpanFrom(start) };
    }

    private FragmentDefinitionNode ParseFragmentDefinition(int start, StringValueNode? description)
    {
        Advance();
        var name = ParseFragmentName();
        ExpectKeyword("on"u8);
        var typeCondition = ParseNamedType();
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new FragmentDefinitionNode(name, typeCondition, directives, selectionSet)
        {
            Description = description,
            Span = SpanFrom(start),
        };
    }

    private SelectionSetNode ParseSelectionSet()
    {
        EnterLevel();
        var start = _token.Start;
        var selections = ParseList(TokenKind.BraceLeft, static (ref parser) => parser.ParseSelection(), TokenKind.BraceRight);
        LeaveLevel();
        return new SelectionSetNode(selections) { Span = SpanFrom(start) };
    }

    private SelectionNode ParseSelection() => Peek(TokenKind.Spread) ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        if (++_fieldCount > _options.MaxAllowedFields)
        {
            throw LimitExceeded($"Document contains more than {_options.MaxAllowedFields} fields", "split it into several requests");
        }

        var start = _token.Start;
        var name = ParseName();
        NameNode? alias = null;
        if (Skip(TokenKind.Colon)) (alias, name) = (CountAlias(name), ParseName());
        var arguments = ParseArguments(isConstant: false);
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = Peek(TokenKind.BraceLeft) ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet) { Span = SpanFrom(start) };
    }

    private NameNode CountAlias(NameNode alias) => ++_aliasCount <= _options.MaxAllowedAliases
        ? alias
        : throw LimitExceeded($"Document contains more than {_options.MaxAllowedAliases} aliases", "split it into several requests");

    private SelectionNode ParseFragment()
    {
        var start = Expect(TokenKind.Spread).Start;
        var hasTypeCondition = SkipKeyword("on"u8);
        if (!hasTypeCondition && Peek(TokenKind.Name))
        {
            var name = ParseName();
            var spreadDirectives = ParseDirectives(isConstant: false);
            return new FragmentSpreadNode(name, spreadDirectives) { Span = SpanFrom(start) };
        }

        var typeCondition = hasTypeCondition ? ParseNamedType() : null;
        var directives = ParseDirectives(isConstant: false);
        var selectionSet = ParseSelectionSet();
        return new InlineFragmentNode(typeCondition, directives, selectionSet) { Span = SpanFrom(start) };
    }

    private NameNode ParseFragmentName() => PeekKeyword("on"u8) ? throw Unexpected(_token) : ParseName();

    private ArgumentNode[] ParseArguments(bool isConstant) => ParseOptionalList<ArgumentNode>(
        TokenKind.ParenLeft,
        isConstant
            ? static (ref parser) => parser.ParseArgument(isConstant: true)
            : static (ref parser) => parser.ParseArgument(isConstant: false),
        TokenKind.ParenRight);

    private ArgumentNode ParseArgument(bool isConstant)
    {
        var start = _token.Start;
        var name = ParseName();
        Expect(TokenKind.Colon);
        var value = ParseValue(isConstant);
        return new ArgumentNode(name, value) { Span = SpanFrom(start) };
    }

    private DirectiveNode[] ParseDirectives(bool isConstant)
    {
        if (!Peek(TokenKind.At)) return [];

        var directives = new List<DirectiveNode>();
        while (Peek(TokenKind.At))
        {
            if (directives.Count == _options.MaxAllowedDirectives)
            {
                throw LimitExceeded($"An element has more than {_options.MaxAllowedDirectives} directives", "leave some out");
            }

            directives.Add(ParseDirective(isConstant));
        }

        return [.. directives];
    }

    private DirectiveNode ParseDirective(bool isConstant)
    {
        var start = Expect(TokenKind.At).Start;
        var name = ParseName();
        var arguments = ParseArguments(isConstant);
        return new DirectiveNode(name, arguments) { Span = SpanFrom(start) };
    }
}
