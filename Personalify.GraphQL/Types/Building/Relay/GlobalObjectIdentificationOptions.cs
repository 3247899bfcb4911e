namespace Personalify.GraphQL.Types.Building;

/// <summary>How objects are fetched by ids that name their type.</summary>
public sealed class GlobalObjectIdentificationOptions
{
    /// <summary>How many objects <c>nodes</c> fetches at once. Default: 50.</summary>
    public int MaxAllowedNodeBatchSize { get; set; } = 50;
}
