using Npgsql;
using Personalify.Api.Imports;
using static Personalify.Api.Sync.SyncJobRows;

namespace Personalify.Api.Sync;

/// <summary>Reads a listener's runs from <c>sync_jobs</c>.</summary>
public sealed class SyncStore(NpgsqlDataSource main)
{
    /// <summary>The run that waits or works.</summary>
    public Task<SyncJob?> FindOpenAsync(int userId, CancellationToken cancellationToken) =>
        FirstAsync($"SELECT {Columns} FROM sync_jobs WHERE user_id = $1 AND status <> 'FINISHED'", cancellationToken, userId);

    public Task<SyncJob?> FindAsync(int userId, Guid id, CancellationToken cancellationToken) =>
        FirstAsync($"SELECT {Columns} FROM sync_jobs WHERE user_id = $1 AND id = $2", cancellationToken, userId, id);

    /// <summary>The run that waits or works, or else the last one that is still here.</summary>
    public Task<SyncJob?> FindNewestAsync(int userId, CancellationToken cancellationToken) => FirstAsync(
        $"SELECT {Columns} FROM sync_jobs WHERE user_id = $1 ORDER BY status <> 'FINISHED' DESC, id DESC LIMIT 1",
        cancellationToken, userId);

    private async Task<SyncJob?> FirstAsync(string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = main.CreateCommand(sql).With(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }
}
