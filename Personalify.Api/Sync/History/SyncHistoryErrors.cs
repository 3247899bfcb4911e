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

    public static IGraphQLBuilder AddSyncHistoryErrors(this IGraphQLBuilder builder) => builder.AddErrorFilter(
        error => error.Exception is SyncHistoryUnavailableException away
            ? (error with { Message = away.Message }).WithCode(Unavailable)
            : error);
}
