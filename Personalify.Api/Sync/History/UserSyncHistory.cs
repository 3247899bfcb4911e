using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Data;
using Personalify.Api.Users;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Sync.History;

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserSyncHistory
{
    [UsePaging(DefaultPageSize = 20, MaxPageSize = 50)]
    [GraphQLDescription("The listener's synchronizations with Spotify that have ended, newest first.")]
    public static async Task<Connection<SyncRun>?> GetSyncHistoryAsync(
        [Parent] User user, PagingArguments paging, ISyncHistory history, CancellationToken cancellationToken,
        [GraphQLDescription("Only those that fetched top lists, which can be compared.")] bool onlyWithTops = false)
    {
        var (after, before) = (RunCursor.Parse(paging.After, "after"), RunCursor.Parse(paging.Before, "before"));
        var page = new KeysetPage(paging);
        var runs = await history.ListAsync(user.Id, after, before, page.RowsToRead, page.IsBackward, cancellationToken, onlyWithTops)
            .OrSayAwayAsync();
        return page.Of(page.IsBackward ? [.. runs.Reverse()] : runs, RunCursor.Of) with
        {
            CountAsync = async token => await history.CountAsync(user.Id, token, onlyWithTops).OrSayAwayAsync(),
        };
    }

    [GraphQLDescription("A synchronization of the listener, or null.")]
    public static async Task<SyncRun?> GetSyncRunAsync(
        [Parent] User user, [ID<SyncRun>] [GraphQLDescription("Of the synchronization.")] SyncRunId id, ISyncHistory history,
        CancellationToken cancellationToken) =>
        id.UserId == user.Id ? await history.FindAsync(user.Id, id.RunId, cancellationToken).OrSayAwayAsync() : null;

    [GraphQLDescription("What entered, left, moved and stayed in Spotify's top lists between two synchronizations.")]
    public static async Task<SyncComparison?> GetCompareAsync(
        [Parent] User user,
        [ID<SyncRun>] [GraphQLDescription("The synchronization from which to look, mostly the earlier one.")] SyncRunId from,
        [ID<SyncRun>] [GraphQLDescription("The synchronization to look at, mostly the later one.")] SyncRunId to, ISyncHistory history,
        CancellationToken cancellationToken)
    {
        async Task<SyncRun> FindAsync(SyncRunId id) => await GetSyncRunAsync(user, id, history, cancellationToken)
            ?? throw new GraphQLException(SyncHistoryErrors.NotFoundSentence, SyncHistoryErrors.NotFound);
        return SyncComparison.Between(await FindAsync(from), await FindAsync(to));
    }
}

[ObjectType<SyncRun>]
[Node(IdField = nameof(SyncRun.GlobalId))]
public static class SyncRunType
{
    /// <summary>A run of another listener is not there, exactly like an unknown id.</summary>
    [NodeResolver]
    public static async Task<SyncRun?> FindAsync(
        SyncRunId id, ISyncHistory history, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        principal.MaySeeDataOf(id.UserId)
            ? await history.FindAsync(id.UserId, id.RunId, cancellationToken).OrSayAwayAsync()
            : null;
}
