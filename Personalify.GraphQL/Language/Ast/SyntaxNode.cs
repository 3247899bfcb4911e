namespace Personalify.GraphQL.Language;

/// <summary>A range of a source text in UTF-8 bytes. <see cref="Source.GetLocation"/> turns its start into line and column.</summary>
/// <param name="Start">Offset of the first byte.</param>
/// <param name="End">Offset behind the last byte.</param>
public readonly record struct TextSpan(int Start, int End);

/// <summary>A node of the abstract syntax tree. Nodes are immutable; a node that was not parsed has no span.</summary>
public abstract record SyntaxNode
{
    /// <summary>Where the node stands in its source, or <c>null</c> for a node made by code.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>Equality is identity: two equal-looking nodes stand in different places.</summary>
    public virtual bool Equals(SyntaxNode? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
}

/// <summary>A name. Specification: 2.1.9 Names.</summary>
public sealed record NameNode(string Value) : SyntaxNode
{
    /// <inheritdoc />
    public override string ToString() => Value;
}
