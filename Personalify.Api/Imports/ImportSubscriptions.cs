using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Imports;

[SubscriptionType]
[GraphQLDescription("What can be followed as it happens.")]
public static class ImportSubscriptions
{
    [Subscribe(With = nameof(FollowAsync))]
    [Authorize(Policies.SignedIn)]
    [GraphQLDescription("One of your imports as it is now, then whenever that changes, until it is finished.")]
    public static Import ImportProgressed([EventMessage] Import import) => import;

    public static Task<IAsyncEnumerable<Import>> FollowAsync(
        [ID<Import>] [GraphQLDescription("An import of one's own.")] long id,
        ImportFollower follower, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        follower.OpenAsync(principal.GetUserId(), id, cancellationToken);
}
