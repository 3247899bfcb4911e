using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Errors;
using Personalify.Api.Users;

namespace Personalify.Api.Community;

[MutationType]
public static class CommunityMutations
{
    [Authorize(Policies.OwnWritable)]
    [GraphQLDescription("Lets the own plays count in the figures of the community. Nothing changes for one who has joined.")]
    public static Task<FieldResult<User, NotAllowedError>> JoinCommunityAsync(
        CommunityMembership membership, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        membership.SetAsync(principal.GetUserId(), isMember: true, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [GraphQLDescription("Takes the own plays out of the figures of the community, within seconds while node B answers.")]
    public static Task<FieldResult<User, NotAllowedError>> LeaveCommunityAsync(
        CommunityMembership membership, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        membership.SetAsync(principal.GetUserId(), isMember: false, cancellationToken);
}

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserCommunity
{
    [GraphQLDescription("Whether the own plays count in the figures of the community. They do not until joinCommunity.")]
    public static bool GetIsInCommunity([Parent] User user) => user.IsInCommunity;
}
