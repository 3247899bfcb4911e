using Personalify.GraphQL.Errors;

namespace Personalify.Api.Sync.History;

/// <summary>The place of a run in a listener's history: its id, which sorts by time.</summary>
internal static class RunCursor
{
    public static string Of(SyncRun run) => run.Id.ToString("N");

    /// <exception cref="GraphQLException">The text is not such a cursor.</exception>
    public static Guid? Parse(string? text, string argument)
    {
        if (text is null) return null;
        return Guid.TryParseExact(text, "N", out var id)
            ? id
            : throw new GraphQLException(
                $"{argument} is not a cursor of this list. Take one from pageInfo or an edge.", ErrorCodes.InvalidCursor);
    }
}
