namespace Personalify.GraphQL.Language;

/// <summary>A literal or a variable. Specification: 2.9 Input Values.</summary>
public abstract record ValueNode : SyntaxNode;

/// <summary>The use of a variable.</summary>
public sealed record VariableNode(NameNode Name) : ValueNode;

/// <summary>An integer literal, kept as it was written so that no digit is lost.</summary>
public sealed record IntValueNode(string Value) : ValueNode;

/// <summary>A float literal, kept as it was written.</summary>
public sealed record FloatValueNode(string Value) : ValueNode;

/// <summary>A string literal with its escapes resolved.</summary>
/// <param name="Value">The string's value.</param>
/// <param name="IsBlock">Whether it was written as a block string.</param>
public sealed record StringValueNode(string Value, bool IsBlock = false) : ValueNode;

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanValueNode(bool Value) : ValueNode;

/// <summary>The literal <c>null</c>.</summary>
public sealed record NullValueNode : ValueNode;

/// <summary>An enum value: a bare name.</summary>
public sealed record EnumValueNode(string Value) : ValueNode;

/// <summary>A list of values.</summary>
public sealed record ListValueNode(IReadOnlyList<ValueNode> Items) : ValueNode;

/// <summary>An input object.</summary>
public sealed record ObjectValueNode(IReadOnlyList<ObjectFieldNode> Fields) : ValueNode;

/// <summary>A field of an input object.</summary>
public sealed record ObjectFieldNode(NameNode Name, ValueNode Value) : SyntaxNode;
