namespace Personalify.GraphQL.Language;

/// <summary>A whole document. Specification: 2.2 Document.</summary>
public sealed record DocumentNode(IReadOnlyList<DefinitionNode> Definitions) : SyntaxNode
{
    /// <summary>The text the document was parsed from, or <c>null</c> for a document made by code.</summary>
    public Source? Source { get; init; }
}

/// <summary>Anything that may stand at the top level of a document.</summary>
public abstract record DefinitionNode : SyntaxNode;

/// <summary>An operation or a fragment. Specification: 2.2 Document, ExecutableDefinition.</summary>
public abstract record ExecutableDefinitionNode : DefinitionNode
{
    /// <summary>The description, which has no effect on execution.</summary>
    public StringValueNode? Description { get; init; }
}

/// <summary>What an operation does.</summary>
public enum OperationType
{
    /// <summary>A read.</summary>
    Query,

    /// <summary>A write followed by a read; its root fields run one after the other.</summary>
    Mutation,

    /// <summary>A stream of events.</summary>
    Subscription,
}

/// <summary>An operation. Specification: 2.3 Operations.</summary>
public sealed record OperationDefinitionNode(
    OperationType Operation,
    NameNode? Name,
    IReadOnlyList<VariableDefinitionNode> VariableDefinitions,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : ExecutableDefinitionNode;

/// <summary>A named fragment. Specification: 2.8 Fragments.</summary>
public sealed record FragmentDefinitionNode(
    NameNode Name,
    NamedTypeNode TypeCondition,
    IReadOnlyList<DirectiveNode> Directives,
    SelectionSetNode SelectionSet) : ExecutableDefinitionNode;

/// <summary>A variable definition. Specification: 2.10 Variables.</summary>
public sealed record VariableDefinitionNode(
    VariableNode Variable,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode
{
    /// <summary>The description, which has no effect on execution.</summary>
    public StringValueNode? Description { get; init; }
}
