using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Catalog;

/// <summary>What a search found, best first.</summary>
[GraphQLDescription("What a search found.")]
public sealed record SearchResult(
    [property: GraphQLDescription("Artists, best matches first.")] IReadOnlyList<Artist> Artists,
    [property: GraphQLDescription("Albums, best matches first.")] IReadOnlyList<Album> Albums,
    [property: GraphQLDescription("Tracks, best matches first.")] IReadOnlyList<Track> Tracks)
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
