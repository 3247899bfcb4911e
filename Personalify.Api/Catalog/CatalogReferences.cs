using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

/// <summary>How a larger graph finds what it knows the id of: as the root fields do, so another listener's entry is not there.</summary>
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
