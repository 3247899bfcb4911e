using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Imports;

namespace Personalify.Api.Sync;

/// <summary>Runs and their schedule; a run at work finds its row gone and ends without writing more.</summary>
internal sealed class SyncData(NpgsqlDataSource main, SyncChanges changes) : ISpotifyData
{
    public async Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken)
    {
        await using var jobs = main.CreateCommand("DELETE FROM sync_jobs WHERE user_id = $1").With(connection.UserId);
        await jobs.ExecuteNonQueryAsync(cancellationToken);
        await using var parts = main.CreateCommand("DELETE FROM sync_parts WHERE user_id = $1").With(connection.UserId);
        await parts.ExecuteNonQueryAsync(cancellationToken);
        await changes.TellAsync(connection.UserId);
    }
}
