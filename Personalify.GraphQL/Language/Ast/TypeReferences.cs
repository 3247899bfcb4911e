namespace Personalify.GraphQL.Language;

/// <summary>A reference to a type. Specification: 2.11 Type References.</summary>
public abstract record TypeNode : SyntaxNode;

/// <summary>A reference to a type by its name.</summary>
public sealed record NamedTypeNode(NameNode Name) : TypeNode;

/// <summary>A list of a type.</summary>
public sealed record ListTypeNode(TypeNode Type) : TypeNode;

/// <summary>A type that excludes null.</summary>
/// <param name="Type">A named or a list type, never a non-null type.</param>
public sealed record NonNullTypeNode(TypeNode Type) : TypeNode;
