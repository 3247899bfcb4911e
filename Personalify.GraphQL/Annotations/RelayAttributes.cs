namespace Personalify.GraphQL;

/// <summary>
/// The value is an <c>ID</c>. With global object identification it names its type too: as a result the named type or that of the
/// object it is a field of; as an argument or input field it must be one of the named type, or of any when none is named. Without,
/// integers are sent as strings and read from both.
/// </summary>
/// <param name="typeName">The type in GraphQL, or <c>null</c>.</param>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public class IDAttribute(string? typeName = null) : Attribute
{
    /// <summary>The type in GraphQL, or <c>null</c>.</summary>
    public string? TypeName { get; } = typeName;

    /// <summary>The CLR type of the object type, or <c>null</c>.</summary>
    public virtual Type? NodeType => null;
}

/// <inheritdoc />
/// <typeparam name="T">The CLR type of the object type that the id is of.</typeparam>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.ReturnValue)]
public sealed class IDAttribute<T> : IDAttribute
{
    /// <inheritdoc />
    public override Type? NodeType => typeof(T);
}

/// <summary>
/// Objects of this class can be fetched again by their id alone: it implements <c>Node</c>. A static method <c>Get</c>,
/// <c>GetAsync</c>, <c>Get{Type}</c> or <c>Get{Type}Async</c> of the class or of one that extends it does so, or the method that is
/// named or marked with <see cref="NodeResolverAttribute"/>. Needs <c>AddGlobalObjectIdentification</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class NodeAttribute : Attribute
{
    /// <summary>The property that holds the id. Default: <c>Id</c>.</summary>
    public string IdField { get; init; } = "Id";

    /// <summary>The method that fetches an object by its id.</summary>
    public string? NodeResolver { get; init; }
}

/// <summary>
/// This method fetches an object by its id, which is its first parameter; the others are services. On a query class it stays a field
/// and makes its result a <c>Node</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;
