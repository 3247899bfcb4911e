namespace Personalify.GraphQL.Language;

/// <summary>A set of selections. Specification: 2.4 Selection Sets.</summary>
public sealed record SelectionSetNode(IReadOnlyList<SelectionNode> Selections) : SyntaxNode;

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract record SelectionNode(IReadOnlyList<DirectiveNode> Directives) : SyntaxNode;

/// <summary>A field. Specification: 2.5 Fields.</summary>
public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    IReadOnlyList<ArgumentNode> Arguments,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet) : SelectionNode(Directives)
{
    /// <summary>The alias or, without one, the name: the key in the response.</summary>
    public string ResponseName => (Alias ?? Name).Value;
}

/// <summary>A spread of a named fragment. Specification: 2.8 Fragments.</summary>
public sealed record FragmentSpreadNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives) : SelectionNode(Directives);

/// <summary>An inline fragment, with or without a type condition. Specification: 2.8.2 Inline Fragments.</summary>
public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : SelectionNode(Directives);

/// <summary>An argument of a field or directive. Specification: 2.6 Arguments.</summary>
public sealed record ArgumentNode(NameNode Name, ValueNode Value) : SyntaxNode;

/// <summary>A directive. Specification: 2.12 Directives.</summary>
public sealed record DirectiveNode(NameNode Name, IReadOnlyList<ArgumentNode> Arguments) : SyntaxNode;
