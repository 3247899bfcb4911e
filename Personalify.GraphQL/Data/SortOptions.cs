namespace Personalify.GraphQL.Data;

/// <summary>How much one <c>order</c> may ask of a store.</summary>
public sealed record SortOptions
{
    /// <summary>The most entries of one <c>order</c>.</summary>
    public int MaxFields { get; set; } = 8;
}
