using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Remote.Foreign;
using Personalify.Api.Remote.NodeB;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>
/// The only way on which foreign tables are read. A statement has half a second: a node B that is slow is stopped before by node A; one that hangs costs
/// the connection, and from then on nothing waits for it until it was found again.
/// </summary>
public sealed class RemoteReading([FromKeyedServices(StoresModule.Remote)] NpgsqlDataSource nodeA, NodeBWatch watch)
{
    /// <summary>What a field may wait for node B.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    /// <exception cref="GraphQLException">Node B is away or too slow, or cannot do what is asked; the code says which.</exception>
    public async Task<List<T>> ListAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        RequireNodeB();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        await using var connection = await OpenAsync(limit.Token, cancellationToken);
        try
        {
            return await ListAsync(connection, sql, read, values, limit.Token);
        }
        catch (Exception failure) when (HasHung(failure, limit.Token) && !cancellationToken.IsCancellationRequested)
        {
            throw Away($"Node B did not answer within {Limit.TotalMilliseconds:F0} ms.");
        }
        catch (PostgresException failure) when (failure.IsConnectionFailure())
        {
            throw Away(failure.MessageText);
        }
        catch (PostgresException failure) when (RemoteErrors.Of(failure) is { } error)
        {
            throw error;
        }
    }

    /// <summary>While it is only prepared it may have what is asked for.</summary>
    private void RequireNodeB()
    {
        if (watch.Status.State == NodeBState.NotConfigured) throw RemoteErrors.IsNotConfigured();
        if (watch.Status.State == NodeBState.Away) throw RemoteErrors.IsAway();
    }

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await nodeA.OpenConnectionAsync(limit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RemoteErrors.AreBusy();
        }
    }

    private static async Task<List<T>> ListAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, object[] values, CancellationToken limit)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        await using var reader = await command.ExecuteReaderAsync(limit);
        var rows = new List<T>();
        while (await reader.ReadAsync(limit)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>Node A says at once that it stops a statement; whether node B has stopped too it says later, or not within the limit.</summary>
    private static bool HasHung(Exception failure, CancellationToken limit) => limit.IsCancellationRequested
        && failure is OperationCanceledException or PostgresException { SqlState: PostgresErrorCodes.QueryCanceled };

    private GraphQLException Away(string reason)
    {
        watch.ReportAway(reason);
        return RemoteErrors.IsAway();
    }
}
