namespace Personalify.GraphQL.Data;

/// <summary>How much one <c>where</c> may ask of a store. What exceeds it is refused before the store is asked.</summary>
public sealed record FilterOptions
{
    /// <summary>The most conditions in one <c>where</c>, those inside <c>and</c>, <c>or</c> and nested objects included.</summary>
    public int MaxConditions { get; set; } = 64;

    /// <summary>The most values in all <c>in</c> and <c>nin</c> lists of one <c>where</c> together.</summary>
    public int MaxListValues { get; set; } = 1024;

    /// <summary>How deep <c>and</c>, <c>or</c>, nested objects and lists may stand inside each other.</summary>
    public int MaxDepth { get; set; } = 10;
}
