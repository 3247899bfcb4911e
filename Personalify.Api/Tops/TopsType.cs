using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Api.Errors;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Tops;

[ObjectType<Tops>]
public static class TopsType
{
    private const int MostMoments = 400;

    [GraphQLDescription("When there were lists of this time range, the newest first.")]
    public static async Task<IReadOnlyList<TopsMoment>?> GetMomentsAsync(
        [Parent] Tops tops, TopsStore store, CancellationToken cancellationToken,
        [GraphQLDescription("The most moments, 1 to 400.")] int first = 60) =>
        first is >= 1 and <= MostMoments
            ? await store.MomentsAsync(tops.UserId, tops.TimeRange, first, cancellationToken)
            : throw new GraphQLException($"{first} moments cannot be asked for; ask for 1 to {MostMoments}.", ArgumentErrors.InvalidSize);
}

[ObjectType<TopEntry>]
public static class TopEntryType
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The same track in the listener's own history, or null.")]
    public static async Task<Track?> GetTrackAsync(
        [Parent] TopEntry entry, OwnTrackDataLoader own, TrackByIdDataLoader tracks, ClaimsPrincipal principal,
        CancellationToken cancellationToken) =>
        entry.Kind == TopKind.Track && await own.LoadAsync(new OwnKey(principal.GetUserId(), entry.SpotifyId), cancellationToken) is { } id
            ? await tracks.LoadAsync(id.Value, cancellationToken)
            : null;

    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("The artist of the same name in the listener's own history, or null.")]
    public static async Task<Artist?> GetArtistAsync(
        [Parent] TopEntry entry, OwnArtistDataLoader own, ArtistByIdDataLoader artists, ClaimsPrincipal principal,
        CancellationToken cancellationToken) =>
        entry.Kind == TopKind.Artist && await own.LoadAsync(new OwnKey(principal.GetUserId(), entry.Name), cancellationToken) is { } id
            ? await artists.LoadAsync(id.Value, cancellationToken)
            : null;
}
