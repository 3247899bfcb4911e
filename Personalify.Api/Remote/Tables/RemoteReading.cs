using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Remote.Foreign;
using Personalify.Api.Remote.NodeB;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>
/// The only way on which foreign tables are read. A statement has half a second: a node B that is slow is stopped before by node A; one
/// that hangs costs the connection, and from then on nothing waits for it until it was found again. There are two: one for what
/// listeners see, and under <see cref="StoresModule.RemoteTables"/> one for the tables of administrators.
/// </summary>
public sealed class RemoteReading(NpgsqlDataSource nodeA, NodeBWatch watch)
{
    /// <summary>What a field may wait for node B.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(500);

    /// <summary>How long a node B whose statement was stopped has to show that it is there: less than what is left of the limit.</summary>
    private static readonly TimeSpan LookLimit = TimeSpan.FromMilliseconds(150);

    /// <summary>
    /// What a connection and the statement on it may take, so that a look at node B afterwards is still within the limit.
    /// </summary>
    private static readonly TimeSpan StatementLimit = Limit - LookLimit;

    private static readonly string NoAnswer = $"Node B did not answer within {Limit.TotalMilliseconds:F0} ms.";

    /// <exception cref="GraphQLException">Node B is away or too slow, or cannot do what is asked; the code says which.</exception>
    public async Task<List<T>> ListAsync<T>(
        string sql, Func<NpgsqlDataReader, T> read, CancellationToken cancellationToken, params object[] values)
    {
        RequireNodeB();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(StatementLimit);
        try
        {
            await using var connection = await nodeA.OpenConnectionAsync(limit.Token);
            RequireNodeB(); // It may have gone while this waited for a connection.
            return await ListAsync(connection, sql, read, values, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Node A ends a statement before, unless it waited for a connection or node B hangs.
            throw await StoppedAsync(RemoteErrors.AreBusy, cancellationToken);
        }
        catch (PostgresException failure) when (failure.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            throw await StoppedAsync(RemoteErrors.IsTooSlow, cancellationToken);
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

    private static async Task<List<T>> ListAsync<T>(
        NpgsqlConnection connection, string sql, Func<NpgsqlDataReader, T> read, object[] values, CancellationToken limit)
    {
        await using var command = new NpgsqlCommand(sql, connection).With(values);
        await using var reader = await command.ExecuteReaderAsync(limit);
        var rows = new List<T>();
        while (await reader.ReadAsync(limit)) rows.Add(read(reader));
        return rows;
    }

    /// <summary>The statement was stopped: because node B hangs, or for the other reason if node B is there.</summary>
    private async Task<GraphQLException> StoppedAsync(Func<GraphQLException> other, CancellationToken cancellationToken)
    {
        if (watch.Status.State == NodeBState.Away) return RemoteErrors.IsAway();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LookLimit);
        var isThere = await watch.AnswersAsync(limit.Token);
        cancellationToken.ThrowIfCancellationRequested();
        return isThere ? other() : Away(NoAnswer);
    }

    private GraphQLException Away(string reason)
    {
        watch.ReportAway(reason);
        return RemoteErrors.IsAway();
    }
}
