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
    private readonly ConcurrentDictionary<string, Lazy<Task<Tops?>>> _flights = [];
    private readonly SemaphoreSlim _room = new(options.Value.MaxMisses);

    /// <summary>Does the work of the first caller; a caller who leaves does not end it for the others.</summary>
    public async Task<Tops?> RunAsync(string key, Func<CancellationToken, Task<Tops?>> work, CancellationToken cancellationToken)
    {
        var flight = _flights.GetOrAdd(key, name => new(() => Task.Run(() => FlyAsync(name, work), CancellationToken.None)));
        return await flight.Value.WaitAsync(cancellationToken);
    }

    public void Dispose() => _room.Dispose();

    private async Task<Tops?> FlyAsync(string key, Func<CancellationToken, Task<Tops?>> work)
    {
        using var limit = new CancellationTokenSource(options.Value.MissTimeout);
        try
        {
            await _room.WaitAsync(limit.Token);
            try
            {
                return await LockAsync(key, work, limit.Token);
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
            _flights.TryRemove(key, out _);
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
