using System.Security.Claims;
using Personalify.Api.Access;

namespace Personalify.Api.Users;

[MutationType]
public static class UserMutations
{
    [Authorize(Policies.SignedIn)]
    public static async Task<UpdateProfilePayload> UpdateProfileAsync(
        UpdateProfileInput input, ProfileUpdate update, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        var (user, errors) = await update.RunAsync(input, principal.GetUserId(), cancellationToken);
        return new UpdateProfilePayload(user, errors);
    }
}
