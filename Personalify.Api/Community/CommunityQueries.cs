using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Community;

[QueryType]
public static class CommunityQueries
{
    [Authorize(Policies.SignedIn)]
    [GraphQLDescription(
        "What the listeners of this server who joined have heard together. Null with the code NODE_B_AWAY while node B, which "
        + "keeps it, does not answer.")]
    public static Task<Community?> GetCommunityAsync(
        CommunityFigures figures, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        figures.FindAsync(principal.GetUserId(), cancellationToken);
}
