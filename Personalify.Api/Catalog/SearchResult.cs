namespace Personalify.Api.Catalog;

/// <summary>What a search found, best first; the entities themselves come from the loaders.</summary>
public sealed record SearchResult(
    [property: GraphQLIgnore] IReadOnlyList<int> ArtistIds,
    [property: GraphQLIgnore] IReadOnlyList<int> AlbumIds,
    [property: GraphQLIgnore] IReadOnlyList<int> TrackIds);

[ObjectType<SearchResult>]
public static class SearchResultType
{
    public static Task<Artist[]> GetArtistsAsync([Parent] SearchResult result, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadFoundAsync(result.ArtistIds, cancellationToken);

    public static Task<Album[]> GetAlbumsAsync([Parent] SearchResult result, AlbumByIdDataLoader albums, CancellationToken cancellationToken) =>
        albums.LoadFoundAsync(result.AlbumIds, cancellationToken);

    public static Task<Track[]> GetTracksAsync([Parent] SearchResult result, TrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        tracks.LoadFoundAsync(result.TrackIds, cancellationToken);
}
