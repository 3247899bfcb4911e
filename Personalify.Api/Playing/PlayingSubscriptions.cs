using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Playing;

[SubscriptionType]
public static class PlayingSubscriptions
{
    [Subscribe(With = nameof(FollowAsync))]
    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("What you are playing at Spotify, then every change of it; null when nothing plays. Spotify is asked only while "
        + "there are subscribers: every half minute, every three minutes when nothing plays.")]
    public static NowPlaying? NowPlaying([EventMessage] PlayingEvent change) => change.Playing;

    public static async Task<IAsyncEnumerable<PlayingEvent>> FollowAsync(
        PlayingAccess access, PlayingFollower follower, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var userId = principal.GetUserId();
        await access.DemandAsync(userId, cancellationToken);
        return follower.FollowAsync(userId, cancellationToken);
    }
}
