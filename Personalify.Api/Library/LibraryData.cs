using Npgsql;
using Personalify.Api.Access.Connections;

namespace Personalify.Api.Library;

/// <summary>What is kept of a listener's library, which came through Spotify's API alone.</summary>
internal sealed class LibraryData(NpgsqlDataSource main) : ISpotifyData
{
    /// <summary>In one transaction, as the batch is.</summary>
    private static readonly string[] Tables = ["library_items", "library_lists", "playlist_items", "playlists", "now_playing"];

    public async Task WipeAsync(SpotifyConnection connection, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        foreach (var table in Tables)
        {
            var delete = new NpgsqlBatchCommand($"DELETE FROM {table} WHERE user_id = $1");
            delete.Parameters.Add(new NpgsqlParameter { Value = connection.UserId });
            batch.BatchCommands.Add(delete);
        }

        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
