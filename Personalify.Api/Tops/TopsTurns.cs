using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Tops;

/// <summary>
/// Lets whatever number of callers of one list that is not there wait for one of them: within the process by one task, over processes by
/// an advisory lock of PostgreSQL, which holds whether Redis is there or not. So many different lists at a time, because each holds a
/// connection of the database while Spotify is asked.
/// </summary>
public sealed class TopsTurns(NpgsqlDataSource main, IOptions<TopsOptions> options) : IDisposable
{
    private readonly ConcurrentDictionary<(string Key, TopsDemand Demand), Lazy<Task<Tops?>>> _flights = [];
    private readonly SemaphoreSlim _room = new(options.Value.MaxMisses);

    /// <summary>The work of the first caller with this demand; a caller who leaves does not end it for the others.</summary>
    /// <param name="key">Of the lists. Different demands for them take turns, so that the second finds what the first has brought.</param>
    /// <param name="demand">What is asked for.</param>
    /// <param name="work">Answers the demand.</param>
    /// <param name="cancellationToken">Ends the wait of this caller.</param>
    public async Task<Tops?> RunAsync(
        string key, TopsDemand demand, Func<CancellationToken, Task<Tops?>> work, CancellationToken cancellationToken)
    {
        var flight = _flights.GetOrAdd((key, demand), name => new(() => Task.Run(() => FlyAsync(name, work), CancellationToken.None)));
        return await flight.Value.WaitAsync(cancellationToken);
    }

    public void Dispose() => _room.Dispose();

    private async Task<Tops?> FlyAsync((string Key, TopsDemand Demand) flight, Func<CancellationToken, Task<Tops?>> work)
    {
        using var limit = new CancellationTokenSource(options.Value.MissTimeout);
        try
        {
            await _room.WaitAsync(limit.Token);
            try
            {
                return await LockAsync(flight.Key, work, limit.Token);
            }
            finally
            {
                _room.Release();
            }
        }
        catch (OperationCanceledException e) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"The top lists did not come within {options.Value.MissTimeout.TotalSeconds:0} s.", e);
        }
        finally
        {
            _flights.TryRemove(flight, out _);
        }
    }

    private async Task<Tops?> LockAsync(string key, Func<CancellationToken, Task<Tops?>> work, CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var turn = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", connection).With(key);
        await turn.ExecuteNonQueryAsync(cancellationToken);
        return await work(cancellationToken);
    }
}
