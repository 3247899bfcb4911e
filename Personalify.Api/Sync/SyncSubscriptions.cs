using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Sync;

[SubscriptionType]
public static class SyncSubscriptions
{
    [Subscribe(With = nameof(FollowAsync))]
    [Authorize(Policies.SignedIn)]
    [GraphQLDescription(
        "Your synchronization with Spotify as it is now, then whenever that changes, until it is finished. Without one that waits or works, "
        + "the last one as it ended, if that was a moment ago.")]
    public static SyncProgress SyncProgressed([EventMessage] SyncProgress progress) => progress;

    public static IAsyncEnumerable<SyncProgress> FollowAsync(
        SyncFollower follower, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        follower.FollowAsync(principal.GetUserId(), cancellationToken);
}
