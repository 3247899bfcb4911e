using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Errors;
using Personalify.Api.Imports;
using Personalify.Api.Remote.NodeB;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Community;

/// <summary>Asks node A for rows of node B. While node B is away, or when it takes too long, the field that asks has an error and nothing else.</summary>
public sealed class CommunityReader([FromKeyedServices(StoresModule.Remote)] NpgsqlDataSource remote, NodeBWatch watch)
{
    /// <summary>How long node B has to answer; node A ends the statement a little earlier by itself.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    public async Task<IReadOnlyList<T>> ReadAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        if (watch.Status is not { State: NodeBState.Up }) throw Away();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            return await ReadRowsAsync(sql, read, values, limit.Token);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && IsOfNodeB(failure))
        {
            watch.ReportAway(failure is PostgresException postgres ? postgres.MessageText : failure.Message);
            throw Away();
        }
    }

    private async Task<IReadOnlyList<T>> ReadRowsAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, object[] values, CancellationToken cancellationToken)
    {
        await using var command = remote.CreateCommand(sql).With(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>No connection (classes 08 and HV), a statement that was ended (57014), foreign tables that are not there yet (42P01).</summary>
    private static bool IsOfNodeB(Exception failure) => failure is OperationCanceledException or TimeoutException
        || failure is PostgresException { SqlState: [.. var kind, _, _, _] } postgres
            && (kind is "08" or "HV" || postgres.SqlState is PostgresErrorCodes.QueryCanceled or PostgresErrorCodes.UndefinedTable);

    private static GraphQLException Away() => new(
        "Node B, which keeps the community's figures, does not answer. Ask again in a moment; everything else answers as usual.", ArgumentErrors.NodeBAway);
}
