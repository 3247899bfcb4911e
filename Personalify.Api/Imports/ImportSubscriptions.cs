using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Imports;

[SubscriptionType]
public static class ImportSubscriptions
{
    [Subscribe(With = nameof(FollowAsync))]
    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("One of your imports as it is now, then whenever that changes, until it is finished.")]
    public static Import ImportProgressed([EventMessage] Import import) => import;

    public static Task<IAsyncEnumerable<Import>> FollowAsync(
        [ID] int id, ImportFollower follower, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        follower.OpenAsync(principal.GetUserId(), id, cancellationToken);
}
