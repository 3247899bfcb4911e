using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Catalog;

/// <summary>What a search found, best first.</summary>
public sealed record SearchResult(IReadOnlyList<Artist> Artists, IReadOnlyList<Album> Albums, IReadOnlyList<Track> Tracks)
{
    /// <summary>Lets the loaders know what was found: the artist of a track that was found often was found too.</summary>
    [GraphQLIgnore]
    public void PublishTo(DataLoaderScope loaders)
    {
        loaders.PublishMany(Artists);
        loaders.PublishMany(Albums);
        loaders.PublishMany(Tracks);
    }
}
