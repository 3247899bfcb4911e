namespace Personalify.Api.Catalog;

/// <summary>What one more artist, album or track costs in a batch that is fetched anyway.</summary>
internal static class BatchedLoad
{
    public const double Cost = 1;

    /// <summary>What one more look-up costs in sums that are made once for all of them.</summary>
    public const double LookUp = 0.1;

    /// <summary>What a picture costs, which mostly lies in what was read already.</summary>
    public const double Picture = 0.05;
}
