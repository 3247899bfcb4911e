using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Api.Users;
using Personalify.Domain.Listening;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

/// <summary>Whose listening to an entry of the catalogue is asked for: that of a user whose data may be seen, by default the own.</summary>
internal static class Listener
{
    public const string Of = "The user whose listening it is; who is signed in when missing.";

    /// <exception cref="GraphQLException">The user's data may not be seen, as for the fields of <c>User</c>.</exception>
    public static Task<User> OfAsync(
        int? userId, ClaimsPrincipal principal, UserByIdDataLoader users, CancellationToken cancellationToken)
    {
        var id = userId ?? principal.GetUserId();
        if (!principal.MaySeeDataOf(id))
            throw new GraphQLException("You are not authorized to see this user's listening.", ErrorCodes.NotAuthorized);
        return users.LoadRequiredAsync(id, cancellationToken);
    }
}

[ExtendObjectType(typeof(Artist))]
[Authorize(Policies.SignedIn)]
public static class ArtistListening
{
    [GraphQLDescription("What the listening to this artist adds up to: User.listening with the filter artistId.")]
    public static async Task<PeriodListening?> GetListeningAsync(
        [Parent] Artist artist, [ID<User>] [GraphQLDescription(Listener.Of)] int? of,
        [GraphQLDescription(ListeningArguments.Period)] PeriodInput? period, ClaimsPrincipal principal, UserByIdDataLoader users,
        CancellationToken cancellationToken,
        [GraphQLDescription(ListeningArguments.Play)] PlayDefinition play = PlayDefinition.ThirtySeconds) =>
        UserListening.GetListening(
            await Listener.OfAsync(of, principal, users, cancellationToken), period,
            new ListeningFilterInput { ArtistId = artist.Id }, play);
}

[ExtendObjectType(typeof(Album))]
[Authorize(Policies.SignedIn)]
public static class AlbumListening
{
    [GraphQLDescription("What the listening to this album adds up to: User.listening with the filter albumId.")]
    public static async Task<PeriodListening?> GetListeningAsync(
        [Parent] Album album, [ID<User>] [GraphQLDescription(Listener.Of)] int? of,
        [GraphQLDescription(ListeningArguments.Period)] PeriodInput? period, ClaimsPrincipal principal, UserByIdDataLoader users,
        CancellationToken cancellationToken,
        [GraphQLDescription(ListeningArguments.Play)] PlayDefinition play = PlayDefinition.ThirtySeconds) =>
        UserListening.GetListening(
            await Listener.OfAsync(of, principal, users, cancellationToken), period, new ListeningFilterInput { AlbumId = album.Id }, play);
}

[ExtendObjectType(typeof(Track))]
[Authorize(Policies.SignedIn)]
public static class TrackListening
{
    [GraphQLDescription("What the listening to this track adds up to: User.listening with the filter trackId.")]
    public static async Task<PeriodListening?> GetListeningAsync(
        [Parent] Track track, [ID<User>] [GraphQLDescription(Listener.Of)] int? of,
        [GraphQLDescription(ListeningArguments.Period)] PeriodInput? period, ClaimsPrincipal principal, UserByIdDataLoader users,
        CancellationToken cancellationToken,
        [GraphQLDescription(ListeningArguments.Play)] PlayDefinition play = PlayDefinition.ThirtySeconds) =>
        UserListening.GetListening(
            await Listener.OfAsync(of, principal, users, cancellationToken), period, new ListeningFilterInput { TrackId = track.Id }, play);
}
