using Personalify.Api.Access;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Api.Users;

namespace Personalify.Api.Tops;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserTops
{
    [GraphQLDescription("Spotify's top lists of the listener, or null while there are none.")]
    public static Task<Tops?> GetTopsAsync(
        [Parent] User user, TopsReader reader, TopsHistory history, CancellationToken cancellationToken,
        [GraphQLDescription("Of which of Spotify's time ranges.")] TimeRange timeRange = TimeRange.MediumTerm,
        [ID<SyncRun>] [GraphQLDescription("As this synchronization found them; without, the current ones.")] SyncRunId? run = null,
        [GraphQLDescription("Ask Spotify even if the lists that are here are fresh enough.")] bool fresh = false) =>
        run is { } id ? history.FindAsync(user.Id, timeRange, id, cancellationToken) : reader.ReadAsync(user.Id, timeRange, fresh,
            cancellationToken);
}
