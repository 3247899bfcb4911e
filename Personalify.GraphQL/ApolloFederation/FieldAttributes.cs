namespace Personalify.GraphQL.ApolloFederation;

/// <summary>Other subgraphs may resolve this field, or every field of this type, too. Federation: <c>@shareable</c>.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class ShareableAttribute : Attribute;

/// <summary>
/// Another subgraph resolves this field; it stands here for those that require or provide it. A property with a public setter gets the
/// value that the router sends along, lists and objects with what was required of them included. Federation: <c>@external</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class ExternalAttribute : Attribute;

/// <summary>
/// The resolver of this field needs external fields of its entity, which the router then fetches first and sends along. Federation:
/// <c>@requires</c>.
/// </summary>
/// <param name="fieldSet">A selection without its braces, in GraphQL's names.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class RequiresAttribute(string fieldSet) : Attribute
{
    /// <summary>The external fields.</summary>
    public string FieldSet { get; } = fieldSet;
}

/// <summary>On the way through this field, external fields of its entity can be resolved here. Federation: <c>@provides</c>.</summary>
/// <param name="fieldSet">A selection on the field's type without its braces, in GraphQL's names.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class ProvidesAttribute(string fieldSet) : Attribute
{
    /// <summary>The external fields.</summary>
    public string FieldSet { get; } = fieldSet;
}

/// <summary>This subgraph takes the field over from another one. Federation: <c>@override</c>.</summary>
/// <param name="from">The other subgraph's name.</param>
/// <param name="label">What decides who resolves the field while it moves, such as <c>percent(10)</c>; <c>null</c> to take over at once.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class OverrideAttribute(string from, string? label = null) : Attribute
{
    /// <summary>The other subgraph.</summary>
    public string From { get; } = from;

    /// <summary>What decides, or <c>null</c>.</summary>
    public string? Label { get; } = label;
}

/// <summary>Clients of the whole graph do not see it; subgraphs do. Federation: <c>@inaccessible</c>.</summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class InaccessibleAttribute : Attribute;

/// <summary>A name for contracts and tools of the whole graph. Federation: <c>@tag</c>.</summary>
[AttributeUsage(AttributeTargets.All, AllowMultiple = true)]
public sealed class ApolloTagAttribute(string name) : Attribute
{
    /// <summary>The name.</summary>
    public string Name { get; } = name;
}
