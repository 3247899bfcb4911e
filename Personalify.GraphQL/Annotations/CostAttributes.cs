namespace Personalify.GraphQL;

/// <summary>
/// What the member, parameter or type costs, exported as <c>@cost(weight:)</c>. Without it a field whose resolver waits costs
/// 10, another field of a composite type 1, and everything else nothing. IBM GraphQL Cost Specification, 5.1 @cost.
/// </summary>
[AttributeUsage(AttributeTargets.All)]
public sealed class CostAttribute(double weight) : Attribute
{
    /// <summary>The weight.</summary>
    public double Weight { get; } = weight;
}

/// <summary>
/// How long the list of a field is, exported as <c>@listSize</c>; without it a list counts as one item. Paged fields have it
/// from their <see cref="UsePagingAttribute"/>. IBM GraphQL Cost Specification, 5.2 @listSize.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The length when no slicing argument says it; zero for none.</summary>
    public int AssumedSize { get; init; }

    /// <summary>The arguments that say how long the list may be.</summary>
    public string[] SlicingArguments { get; init; } = [];

    /// <summary>The fields below that are the list, when the field itself is none.</summary>
    public string[] SizedFields { get; init; } = [];

    /// <summary>Whether exactly one slicing argument must be given or have a default.</summary>
    public bool RequireOneSlicingArgument { get; init; } = true;
}
