namespace Personalify.GraphQL.Language;

/// <summary>A definition or extension of the type system. Specification: 3.1 Type System Extensions.</summary>
public abstract record TypeSystemDefinitionNode(IReadOnlyList<DirectiveNode> Directives) : DefinitionNode
{
    /// <summary>The description; always <c>null</c> on an extension.</summary>
    public StringValueNode? Description { get; init; }

    /// <summary>Whether this is an extension (<c>extend …</c>).</summary>
    public bool IsExtension { get; init; }
}

/// <summary><c>schema</c> or <c>extend schema</c>. Specification: 3.3 Schema.</summary>
public sealed record SchemaDefinitionNode(
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<OperationTypeDefinitionNode> OperationTypes) : TypeSystemDefinitionNode(Directives);

/// <summary>A root type of a schema.</summary>
public sealed record OperationTypeDefinitionNode(OperationType Operation, NamedTypeNode Type) : SyntaxNode;

/// <summary>A definition or extension of a named type. Specification: 3.4 Types.</summary>
public abstract record TypeDefinitionNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives) : TypeSystemDefinitionNode(Directives);

/// <summary>Specification: 3.5 Scalars.</summary>
public sealed record ScalarTypeDefinitionNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives)
    : TypeDefinitionNode(Name, Directives);

/// <summary>Specification: 3.6 Objects.</summary>
public sealed record ObjectTypeDefinitionNode(
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields) : TypeDefinitionNode(Name, Directives);

/// <summary>Specification: 3.7 Interfaces.</summary>
public sealed record InterfaceTypeDefinitionNode(
    NameNode Name,
    IReadOnlyList<NamedTypeNode> Interfaces,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<FieldDefinitionNode> Fields) : TypeDefinitionNode(Name, Directives);

/// <summary>Specification: 3.8 Unions.</summary>
public sealed record UnionTypeDefinitionNode(
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<NamedTypeNode> Types) : TypeDefinitionNode(Name, Directives);

/// <summary>Specification: 3.9 Enums.</summary>
public sealed record EnumTypeDefinitionNode(
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<EnumValueDefinitionNode> Values) : TypeDefinitionNode(Name, Directives);

/// <summary>Specification: 3.10 Input Objects.</summary>
public sealed record InputObjectTypeDefinitionNode(
    NameNode Name,
    IReadOnlyList<DirectiveNode> Directives,
    IReadOnlyList<InputValueDefinitionNode> Fields) : TypeDefinitionNode(Name, Directives);

/// <summary>A field of an object or interface type.</summary>
public sealed record FieldDefinitionNode(
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }
}

/// <summary>An argument definition or an input field.</summary>
public sealed record InputValueDefinitionNode(
    NameNode Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    IReadOnlyList<DirectiveNode> Directives) : SyntaxNode
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }
}

/// <summary>A value of an enum type.</summary>
public sealed record EnumValueDefinitionNode(NameNode Name, IReadOnlyList<DirectiveNode> Directives) : SyntaxNode
{
    /// <summary>The description.</summary>
    public StringValueNode? Description { get; init; }
}

/// <summary>A directive definition. Specification: 3.13 Directives.</summary>
/// <param name="Name">The directive's name without the at sign.</param>
/// <param name="Arguments">Its arguments.</param>
/// <param name="IsRepeatable">Whether it may stand more than once at a location.</param>
/// <param name="Locations">The names of the locations, as written (for example <c>FIELD_DEFINITION</c>).</param>
public sealed record DirectiveDefinitionNode(
    NameNode Name,
    IReadOnlyList<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    IReadOnlyList<NameNode> Locations) : TypeSystemDefinitionNode([]);
