using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Errors;
using Personalify.Api.Remote.Foreign;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>What fields that read node B answer when they cannot.</summary>
public static class RemoteErrors
{
    /// <summary>Node B does not answer.</summary>
    public const string Away = "NODE_B_AWAY";

    /// <summary>Node B answers, and not in the time that a field has.</summary>
    public const string TooSlow = "NODE_B_TOO_SLOW";

    /// <summary>The table of node B is not there, not as it was imported, or may not be read.</summary>
    public const string TableRefused = "REMOTE_TABLE_REFUSED";

    /// <summary>A column that the table does not have, or by which rows cannot be told apart.</summary>
    public const string InvalidColumn = "INVALID_COLUMN";

    /// <summary>Why is for administrators (<c>remote</c>), because it may name hosts.</summary>
    internal static GraphQLException IsAway() =>
        new("Node B, which has this, does not answer. Everything else is there; try again when it is back.", Away);

    internal static GraphQLException IsNotConfigured() =>
        new("There is no node B, which would have this: the server's setting ConnectionStrings:Stats is empty.", Away);

    internal static GraphQLException IsTooSlow() => new(
        $"Node B did not give this within {StoresModule.RemoteStatementMilliseconds} ms and was stopped. "
        + "Narrow the filter, or order by a column that has an index there.",
        TooSlow);

    internal static GraphQLException AreBusy() => new(
        "All connections that read node B are in use. Ask for fewer of its fields at once, or try again.", TooSlow);

    /// <summary>What PostgreSQL says of a table or a value, where the caller can do something about it.</summary>
    internal static GraphQLException? Of(PostgresException failure) => failure switch
    {
        _ when failure.IsAboutTheTable() => new GraphQLException(
            $"The table of node B cannot be read: {failure.MessageText}. It may have changed or gone since it was imported; "
            + "the server's operator can run `remote import` or `remote drop`.", TableRefused),
        _ when failure.IsAboutAValue() => new GraphQLException(
            $"The filter has a value that the column cannot have: {failure.MessageText}.", ArgumentErrors.InvalidFilter),
        _ => null,
    };
}
