using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>What the entries of every ranking say of themselves in the same words.</summary>
internal static class TopItem
{
    public const string IsNew =
        "Whether it was heard for the first time ever in the period: no play before it counts, whatever the filter lets through.";
}

[ObjectType<TopTrack>]
public static class TopTrackType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The track that has this place.")]
    public static Task<Track> GetTrackAsync([Parent] TopTrack top, TrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        tracks.LoadRequiredAsync(top.TrackId, cancellationToken);

    [Cost(BatchedLoad.LookUp)]
    [GraphQLDescription(TopItem.IsNew)]
    public static Task<bool> GetIsNewAsync([Parent] TopTrack top, ListeningLoader loader, CancellationToken cancellationToken) =>
        loader.LoadIsNewAsync(top.Of, TopKind.Tracks, top.TrackId, cancellationToken);
}

[ObjectType<TopArtist>]
public static class TopArtistType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The artist who has this place.")]
    public static Task<Artist> GetArtistAsync([Parent] TopArtist top, ArtistByIdDataLoader artists, CancellationToken cancellationToken) =>
        artists.LoadRequiredAsync(top.ArtistId, cancellationToken);

    [Cost(BatchedLoad.LookUp)]
    [GraphQLDescription(TopItem.IsNew)]
    public static Task<bool> GetIsNewAsync([Parent] TopArtist top, ListeningLoader loader, CancellationToken cancellationToken) =>
        loader.LoadIsNewAsync(top.Of, TopKind.Artists, top.ArtistId, cancellationToken);
}

[ObjectType<TopAlbum>]
public static class TopAlbumType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The album that has this place.")]
    public static Task<Album> GetAlbumAsync([Parent] TopAlbum top, AlbumByIdDataLoader albums, CancellationToken cancellationToken) =>
        albums.LoadRequiredAsync(top.AlbumId, cancellationToken);

    [Cost(BatchedLoad.LookUp)]
    [GraphQLDescription(TopItem.IsNew)]
    public static Task<bool> GetIsNewAsync([Parent] TopAlbum top, ListeningLoader loader, CancellationToken cancellationToken) =>
        loader.LoadIsNewAsync(top.Of, TopKind.Albums, top.AlbumId, cancellationToken);
}

[ObjectType<Play>]
[Node]
public static class PlayType
{
    [NodeResolver]
    public static async Task<Play?> FindAsync(
        PlayId id, PlayByIdLoader plays, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySeeDataOf(id.UserId) ? await plays.LoadAsync(id, cancellationToken) : null;

    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("What was played.")]
    public static Task<Track> GetTrackAsync([Parent] Play play, TrackByIdDataLoader tracks, CancellationToken cancellationToken) =>
        tracks.LoadRequiredAsync(CatalogId.Of(play.UserId, play.TrackNumber), cancellationToken);
}
