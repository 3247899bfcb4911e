using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Sync.History;

/// <summary>What the history's fields answer when they cannot.</summary>
public static class SyncHistoryErrors
{
    /// <summary>The listener has no such synchronization.</summary>
    public const string NotFound = "SYNC_RUN_NOT_FOUND";

    /// <summary>A synchronization that fetched no top lists has nothing to compare.</summary>
    public const string WithoutTops = "SYNC_RUN_WITHOUT_TOPS";

    /// <summary>The store of the history is away. It costs the fields that read it, and nothing else.</summary>
    public const string Unavailable = "SYNC_HISTORY_UNAVAILABLE";

    internal const string NotFoundSentence =
        "You have no such synchronization. Take its id from syncHistory; one that is older than this server keeps is gone.";

    /// <summary>For mutations that need the history, such as the deletion of an account.</summary>
    public static IGraphQLBuilder AddSyncHistoryErrors(this IGraphQLBuilder builder) => builder.AddErrorFilter(
        error => error.Exception is SyncHistoryUnavailableException away
            ? (error with { Message = away.Message }).WithCode(Unavailable)
            : error);

    /// <summary>
    /// What a field answers. A store that is away is an expected state: the field says so, and the log gets no stack trace for every page.
    /// </summary>
    internal static async Task<T> OrSayAwayAsync<T>(this Task<T> answer)
    {
        try
        {
            return await answer;
        }
        catch (SyncHistoryUnavailableException away)
        {
            throw new GraphQLException(away.Message, Unavailable);
        }
    }
}
