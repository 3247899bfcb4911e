using Personalify.Api.Access;
using Personalify.Api.Users;

namespace Personalify.Api.Sync;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserSync
{
    [GraphQLDescription("The synchronization with Spotify that waits or works at the moment, or null.")]
    public static async Task<SyncProgress?> GetCurrentSyncAsync(
        [Parent] User user, SyncStore runs, CancellationToken cancellationToken) =>
        await runs.FindOpenAsync(user.Id, cancellationToken) is { } job ? SyncProgress.Of(job) : null;
}
