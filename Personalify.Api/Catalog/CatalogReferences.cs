using Personalify.Api.Access;
using Personalify.GraphQL.ApolloFederation;

namespace Personalify.Api.Catalog;

/// <summary>How a larger graph finds what it knows the id of: through the same loaders as everybody.</summary>
[ExtendObjectType(typeof(Artist))]
public static class ArtistReference
{
    [Authorize(Policies.SignedIn)]
    [ReferenceResolver]
    public static Task<Artist?> FindAsync(int id, ArtistByIdDataLoader artists, CancellationToken cancellationToken) => artists.LoadAsync(id, cancellationToken);
}

[ExtendObjectType(typeof(Album))]
public static class AlbumReference
{
    [Authorize(Policies.SignedIn)]
    [ReferenceResolver]
    public static Task<Album?> FindAsync(int id, AlbumByIdDataLoader albums, CancellationToken cancellationToken) => albums.LoadAsync(id, cancellationToken);
}

[ExtendObjectType(typeof(Track))]
public static class TrackReference
{
    [Authorize(Policies.SignedIn)]
    [ReferenceResolver]
    public static Task<Track?> FindAsync(int id, TrackByIdDataLoader tracks, CancellationToken cancellationToken) => tracks.LoadAsync(id, cancellationToken);
}
