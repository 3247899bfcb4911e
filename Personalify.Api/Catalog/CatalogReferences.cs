using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

/// <summary>
/// Finds entries by their ids for other types of the graph as the root fields do, so another listener's entry is not found.
/// </summary>
[ExtendObjectType(typeof(Artist))]
public static class ArtistReference
{
    [Authorize(Policies.SignedIn)]
    [ReferenceResolver]
    public static Task<Artist?> FindAsync(
        long id, ArtistByIdDataLoader artists, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CatalogQueries.GetArtistAsync(id, artists, principal, cancellationToken);
}

[ExtendObjectType(typeof(Album))]
public static class AlbumReference
{
    [Authorize(Policies.SignedIn)]
    [ReferenceResolver]
    public static Task<Album?> FindAsync(
        long id, AlbumByIdDataLoader albums, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CatalogQueries.GetAlbumAsync(id, albums, principal, cancellationToken);
}

[ExtendObjectType(typeof(Track))]
public static class TrackReference
{
    [Authorize(Policies.SignedIn)]
    [ReferenceResolver]
    public static Task<Track?> FindAsync(
        long id, TrackByIdDataLoader tracks, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        CatalogQueries.GetTrackAsync(id, tracks, principal, cancellationToken);
}
