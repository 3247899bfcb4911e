namespace Personalify.GraphQL.ApolloFederation;

/// <summary>
/// The fields by which other subgraphs refer to an object; with one, the type is an entity. On a type with a field set such as
/// <c>"id"</c> or <c>"sku seller { id }"</c>, as often as there are keys; on properties without one, all of which together are one key.
/// Federation: <c>@key</c>.
/// </summary>
/// <remarks>
/// A resolvable key needs a <see cref="ReferenceResolverAttribute"/>. Names and kinds of the fields are checked when the schema is built.
/// </remarks>
/// <param name="fieldSet">A selection without its braces, in GraphQL's names; <c>null</c> on properties.</param>
/// <param name="resolvable">Whether this subgraph can fetch the object; otherwise it only refers to it.</param>
[AttributeUsage(
    AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter,
    AllowMultiple = true)]
public sealed class KeyAttribute(string? fieldSet = null, bool resolvable = true) : Attribute
{
    /// <summary>The fields, or <c>null</c> for the property that carries the attribute.</summary>
    public string? FieldSet { get; } = fieldSet;

    /// <summary>Whether this subgraph can fetch the object.</summary>
    public bool Resolvable { get; } = resolvable;
}

/// <summary>
/// This static method fetches an entity by what another subgraph knows of it, or returns <c>null</c> when there is none. Its parameters
/// are fields of the entity by their names (or by <see cref="MapAttribute"/>), and otherwise whatever resolvers may take: DataLoaders,
/// services, the <c>CancellationToken</c>. A nullable parameter may be missing. It stands on the entity's class or on one that extends
/// it; with several, the first whose fields are all given is asked. An <see cref="AuthorizeAttribute"/> on it holds.
/// </summary>
/// <remarks>Load through a DataLoader: the router asks for many entities at once, and they are then one batch.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Method, AllowMultiple = true)]
public sealed class ReferenceResolverAttribute : Attribute
{
    /// <summary>On a type: the method's name; <c>null</c> for every marked method of <see cref="EntityResolverType"/>.</summary>
    public string? EntityResolver { get; init; }

    /// <summary>On a type: the class that has the method, when it is another one.</summary>
    public Type? EntityResolverType { get; init; }
}

/// <summary>The parameter of a reference resolver is this field of the representation, such as <c>"seller.id"</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class MapAttribute(string path) : Attribute
{
    /// <summary>Names of fields in GraphQL, with dots between them.</summary>
    public string Path { get; } = path;
}

/// <summary>
/// This type stands for an interface of the whole graph, to which it adds fields without knowing who implements it. Federation:
/// <c>@interfaceObject</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class InterfaceObjectAttribute : Attribute;
