using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Errors;

namespace Personalify.Api.Sync;

[MutationType]
public static class SyncMutations
{
    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [UseMutationConvention(PayloadFieldName = "run")]
    [GraphQLDescription(
        "Asks Spotify now for all parts or those that are named. A run that waits takes the parts along; one that is at work is returned as "
        + "it is.")]
    public static Task<FieldResult<SyncProgress, NotConnectedError, SignInAgainError>> SyncNowAsync(
        SyncStarter starter, ClaimsPrincipal principal, CancellationToken cancellationToken,
        [GraphQLDescription("Without, all that this server has.")] IReadOnlyList<SyncPart>? parts = null) =>
        starter.StartAsync(principal.GetUserId(), parts, cancellationToken);
}
