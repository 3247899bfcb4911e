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
        [GraphQLDescription("How the person is called, 1 to 128 characters; as it is when missing.")] string? displayName,
        [GraphQLDescription("The IANA name of the zone in which days and hours are counted; as it is when missing.")] string? timeZone,
        ProfileUpdate update, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        update.RunAsync(displayName, timeZone, principal.GetUserId(), cancellationToken);
}
