namespace Personalify.Api.Catalog;

/// <summary>What one more artist, album or track costs in a batch that is fetched anyway.</summary>
internal static class BatchedLoad
{
    public const double Cost = 1;
}
