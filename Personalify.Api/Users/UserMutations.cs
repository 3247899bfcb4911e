using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Errors;

namespace Personalify.Api.Users;

[MutationType]
public static class UserMutations
{
    [Authorize(Policies.OwnWritable)]
    [GraphQLDescription("Changes the own profile. What is missing stays as it is.")]
    public static Task<FieldResult<User, InvalidInputError, NotAllowedError>> UpdateProfileAsync(
        string? displayName, string? timeZone, ProfileUpdate update, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        update.RunAsync(displayName, timeZone, principal.GetUserId(), cancellationToken);
}
