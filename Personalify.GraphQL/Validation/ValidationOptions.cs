namespace Personalify.GraphQL.Validation;

/// <summary>What validation tells, and what a document may cost it.</summary>
public sealed record ValidationOptions
{
    /// <summary>The options used when none are given.</summary>
    public static ValidationOptions Default { get; } = new();

    /// <summary>Validation gives up after so many errors.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>Whether messages keep to themselves which names the schema has.</summary>
    public bool HideSuggestions { get; init; }

    /// <summary>How many pairs of fields and fragments may be compared to see whether they can be merged.</summary>
    public int MaxFieldComparisons { get; init; } = 100_000;

    /// <summary>
    /// How many spreads of fragments may be followed. Counted per operation, so that many operations over the same fragments
    /// cost more.
    /// </summary>
    public int MaxFragmentVisits { get; init; } = 50_000;
}
