namespace Personalify.GraphQL.Validation;

/// <summary>What validation tells, and what a document may cost it. Hot Chocolate's names.</summary>
public sealed record ValidationOptions
{
    /// <summary>The options used when none are given; each time an instance of one's own.</summary>
    public static ValidationOptions Default => new();

    /// <summary>Validation gives up after so many errors. Default: 5.</summary>
    public int MaxAllowedErrors { get; set; } = 5;

    /// <summary>How many places one error names. Default: 5.</summary>
    public int MaxLocationsPerError { get; set; } = 5;

    /// <summary>Whether messages keep to themselves which names the schema has. Default: no.</summary>
    public bool HideSuggestions { get; set; }

    /// <summary>How many pairs of fields and fragments may be compared to see whether they can be merged. Default: 100,000.</summary>
    public int MaxAllowedFieldMergeComparisons { get; set; } = 100_000;

    /// <summary>
    /// How many spreads of fragments may be followed. Counted per operation, so that many operations over the same fragments
    /// cost more. Default: 1,000.
    /// </summary>
    public int MaxAllowedFragmentVisits { get; set; } = 1_000;

    /// <summary>How often <c>ofType</c> may nest in introspection. Default: 16.</summary>
    public int MaxAllowedOfTypeDepth { get; set; } = 16;

    /// <summary>
    /// How often introspection may go from the list of fields or types of a type into another such list. Default: 1, so that
    /// the fields of the types of fields can be asked for, and no more.
    /// </summary>
    public int MaxAllowedListRecursiveDepth { get; set; } = 1;
}
