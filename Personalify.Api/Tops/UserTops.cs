using Personalify.Api.Access;
using Personalify.Api.Errors;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Api.Users;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Tops;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserTops
{
    [GraphQLDescription(
        "Spotify's top lists of the listener, or null while there are none. Lists that are not here yet are fetched, and no more than what "
        + "is asked for: with `first` up to 50 that is one request to Spotify for each list.")]
    public static async Task<Tops?> GetTopsAsync(
        [Parent] User user, TopsReader reader, TopsHistory history, [IsSelected("artists")] bool artists,
        [IsSelected("tracks")] bool tracks, [IsSelected("genres", "genresReason")] bool genres, [IsSelected("moments")] bool moments,
        CancellationToken cancellationToken,
        [GraphQLDescription("Of which of Spotify's time ranges.")] TimeRange timeRange = TimeRange.MediumTerm,
        [ID<SyncRun>] [GraphQLDescription("As this synchronization found them; without, the current ones.")] SyncRunId? run = null,
        [GraphQLDescription("The most entries of each list, 1 to 99. Genres are counted over all artists whatever it is.")]
        int first = TopsFetcher.MostEntries,
        [GraphQLDescription("Ask Spotify, for both lists whole, even if the lists that are here are fresh enough.")] bool fresh = false)
    {
        var demand = TopsDemand.Of(Checked(first), artists, tracks, genres, moments);
        var lists = run is { } id
            ? await history.FindAsync(user.Id, timeRange, id, cancellationToken)
            : await reader.ReadAsync(user.Id, timeRange, demand, fresh, cancellationToken);
        return lists is null ? null : demand.Answer(lists, first);
    }

    private static int Checked(int first) => first is >= 1 and <= TopsFetcher.MostEntries
        ? first
        : throw new GraphQLException(
            $"{first} entries of a top list cannot be asked for; ask for 1 to {TopsFetcher.MostEntries}.", ArgumentErrors.InvalidSize);
}
