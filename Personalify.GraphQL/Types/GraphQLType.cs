using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL.Types;

/// <summary>Any type of a schema: named, list or non-null. Specification: 3.4 Types.</summary>
public abstract class GraphQLType
{
    /// <summary>The named type inside all lists and non-nulls.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null.</summary>
    public GraphQLType Nullable => this is NonNullType nonNull ? nonNull.OfType : this;

    /// <summary>Whether values of the type may be sent. Specification: 3.4.2 Input and Output Types.</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>Whether values of the type may be returned.</summary>
    public bool IsOutput => Named is not InputObjectType;
}

/// <summary>A list. Specification: 3.11 List.</summary>
public sealed class ListType(GraphQLType ofType) : GraphQLType
{
    /// <summary>The type of the items.</summary>
    public GraphQLType OfType { get; } = ofType;

    /// <inheritdoc />
    public override NamedType Named => OfType.Named;

    /// <inheritdoc />
    public override string ToString() => $"[{OfType}]";
}

/// <summary>A type that excludes null. Specification: 3.12 Non-Null.</summary>
public sealed class NonNullType : GraphQLType
{
    /// <summary>Wraps a nullable type.</summary>
    /// <exception cref="ArgumentException"><paramref name="ofType"/> is non-null itself.</exception>
    public NonNullType(GraphQLType ofType)
    {
        if (ofType is NonNullType) throw new ArgumentException($"{ofType} is non-null already.", nameof(ofType));
        OfType = ofType;
    }

    /// <summary>The type inside.</summary>
    public GraphQLType OfType { get; }

    /// <inheritdoc />
    public override NamedType Named => OfType.Named;

    /// <inheritdoc />
    public override string ToString() => $"{OfType}!";
}

/// <summary>A type with a name.</summary>
public abstract class NamedType(string name) : GraphQLType
{
    /// <summary>The name, unique in the schema.</summary>
    public string Name { get; } = name;

    /// <summary>The description in Markdown.</summary>
    public string? Description { get; set; }

    /// <summary>The directives written on the definition, printed in the export.</summary>
    public IReadOnlyList<Language.DirectiveNode> AppliedDirectives { get; set; } = [];

    /// <inheritdoc />
    public override NamedType Named => this;

    /// <inheritdoc />
    public override string ToString() => Name;
}

/// <summary>An object or an interface: a type with fields.</summary>
public abstract class ComplexType(string name) : NamedType(name)
{
    /// <summary>The fields in the order of their definition, without the meta fields.</summary>
    public FieldCollection Fields { get; } = new();

    /// <summary>The interfaces that the type declares, transitive ones included.</summary>
    public List<InterfaceType> Interfaces { get; } = [];
}

/// <summary>The fields of a type: in order, and found by name.</summary>
[SuppressMessage("Design", "CA1010", Justification = "Read as a list, filled by name.")]
public sealed class FieldCollection : System.Collections.ObjectModel.KeyedCollection<string, OutputField>
{
    /// <inheritdoc />
    protected override string GetKeyForItem(OutputField item) => item.Name;
}

/// <summary>An object type. Specification: 3.6 Objects.</summary>
public sealed class ObjectType(string name) : ComplexType(name)
{
    /// <summary>
    /// Whether a runtime value is of this type; asked when an abstract type has no resolver of its own. May be <c>null</c>.
    /// </summary>
    public Func<object, IResolverContext, ValueTask<bool>>? IsTypeOf { get; set; }

    /// <summary>What a request that asks for the name of the type of such an object must satisfy; its fields have demands of their own.</summary>
    public IReadOnlyList<AuthorizationDemand> RequestDemands { get; set; } = [];

    /// <summary>The CLR type behind the type, or <c>null</c> for a type made from SDL.</summary>
    public Type? RuntimeType { get; set; }
}

/// <summary>An interface. Specification: 3.7 Interfaces.</summary>
public sealed class InterfaceType(string name) : ComplexType(name)
{
    /// <summary>Names the object type of a runtime value; <c>null</c> falls back to <c>IsTypeOf</c> and the runtime types.</summary>
    public TypeResolver? ResolveType { get; set; }

    /// <summary>The CLR type behind the type, or <c>null</c>.</summary>
    public Type? RuntimeType { get; set; }
}

/// <summary>A union. Specification: 3.8 Unions.</summary>
public sealed class UnionType(string name) : NamedType(name)
{
    /// <summary>The members in the order of their definition.</summary>
    public List<ObjectType> Types { get; } = [];

    /// <summary>Names the object type of a runtime value; <c>null</c> falls back to <c>IsTypeOf</c> and the runtime types.</summary>
    public TypeResolver? ResolveType { get; set; }

    /// <summary>The CLR type behind the type, or <c>null</c>.</summary>
    public Type? RuntimeType { get; set; }
}

/// <summary>Returns the name of the object type of a value of an abstract type, or <c>null</c> when it cannot tell.</summary>
public delegate ValueTask<string?> TypeResolver(object value, IResolverContext context);

/// <summary>An enum. Specification: 3.9 Enums.</summary>
public sealed class EnumType(string name) : NamedType(name)
{
    /// <summary>The values in the order of their definition.</summary>
    public List<EnumValue> Values { get; } = [];

    /// <summary>The CLR enum, or <c>null</c> when runtime values are the names themselves.</summary>
    public Type? RuntimeType { get; set; }
}

/// <summary>A value of an enum.</summary>
/// <param name="Name">The name in GraphQL.</param>
/// <param name="RuntimeValue">The CLR value; the name itself for an enum made from SDL.</param>
public sealed record EnumValue(string Name, object RuntimeValue)
{
    /// <summary>The description in Markdown.</summary>
    public string? Description { get; init; }

    /// <summary>Why the value should not be used any more, or <c>null</c>.</summary>
    public string? DeprecationReason { get; init; }

    /// <summary>The directives written on the definition, printed in the export.</summary>
    public IReadOnlyList<Language.DirectiveNode> AppliedDirectives { get; init; } = [];
}

/// <summary>An input object. Specification: 3.10 Input Objects.</summary>
public sealed class InputObjectType(string name) : NamedType(name)
{
    /// <summary>The fields in the order of their definition.</summary>
    public List<InputField> Fields { get; } = [];

    /// <summary>Whether exactly one field must be given. Specification: 3.10.1 OneOf Input Objects.</summary>
    public bool IsOneOf { get; set; }

    /// <summary>The CLR type that values become, or <c>null</c> for a dictionary by field name.</summary>
    public Type? RuntimeType { get; set; }

    /// <summary>
    /// Makes the CLR value from the coerced field values. Absent fields are not in the dictionary, so that an
    /// <see cref="Optional{T}"/> can tell absent from null. <c>null</c>: the dictionary is the value.
    /// </summary>
    public Func<IReadOnlyDictionary<string, object?>, object>? CreateInstance { get; set; }
}
