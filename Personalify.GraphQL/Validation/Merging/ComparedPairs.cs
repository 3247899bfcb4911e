namespace Personalify.GraphQL.Validation.Merging;

/// <summary>
/// Remembers which pairs were compared and how strictly. Fields of objects that can never be the same are compared by shape
/// alone, so a pair that was compared strictly need not be compared by shape again, but not the other way round.
/// </summary>
internal sealed class ComparedPairs
{
    private readonly Dictionary<(FieldSet, FieldSet), bool> _shapeOnly = [];

    /// <summary>Adds a pair in this order.</summary>
    /// <returns><c>false</c> when it was compared before, at least as strictly.</returns>
    public bool TryAdd(FieldSet left, FieldSet right, bool shapeOnly)
    {
        if (Contains(left, right, shapeOnly)) return false;
        _shapeOnly[(left, right)] = shapeOnly;
        return true;
    }

    /// <summary>Adds a pair in any order.</summary>
    /// <returns><c>false</c> when it was compared before, at least as strictly.</returns>
    public bool TryAddUnordered(FieldSet left, FieldSet right, bool shapeOnly) =>
        !Contains(right, left, shapeOnly) && TryAdd(left, right, shapeOnly);

    private bool Contains(FieldSet left, FieldSet right, bool shapeOnly) =>
        _shapeOnly.TryGetValue((left, right), out var comparedByShapeOnly) && (shapeOnly || !comparedByShapeOnly);
}
