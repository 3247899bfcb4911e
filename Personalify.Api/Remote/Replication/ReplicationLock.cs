using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;

namespace Personalify.Api.Remote.Replication;

/// <summary>
/// One process at a time changes what stands between the nodes; a turn ends with its connection, however the process ends.
/// </summary>
public sealed class ReplicationLock([FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats)
{
    /// <summary>The bytes of "replica".</summary>
    private const long Key = 0x7265706C696361;

    /// <summary>Disposing what is returned gives the turn to the next one.</summary>
    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        var connection = await stats.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_lock($1)", connection).With(Key);
            await command.ExecuteNonQueryAsync(cancellationToken);
            return new Turn(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A pool resets a connection when it is next used, which may be late: the lock is given back before.</summary>
    private sealed class Turn(NpgsqlConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await using (connection)
            {
                if (connection.FullState != System.Data.ConnectionState.Open) return;
                await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock($1)", connection).With(Key);
                await command.ExecuteNonQueryAsync();
            }
        }
    }
}
