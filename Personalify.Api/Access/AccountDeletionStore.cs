using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Catalog;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Access;

/// <summary>
/// Takes an account out of every store. The rows go in one transaction, table by table by their user, so it reads and writes in proportion
/// to what the account has; what refers to something goes before it, because references are looked up row by row.
/// </summary>
internal sealed class AccountDeletionStore(ImportConnections connections, UploadFolder uploads, CatalogCache cache)
{
    /// <summary>Every table with rows of a user but <c>imports</c> and <c>users</c>, in the order in which they can go.</summary>
    private static readonly string[] Tables =
    [
        "tokens", "spotify_connections", "polled_plays", "library_items", "library_lists", "playlist_items", "playlists",
        "now_playing", "user_syncs", "sync_runs", "sync_jobs", "sync_parts", "user_tops", "user_asked_tops", "user_artists", "user_tracks",
        "spotify_wanted", "spotify_turns", "spotify_sign_ins", "spotify_apps", "import_turns", "play_months", "play_observations",
        "other_play_observations", "plays", "other_plays", "track_observations", "other_item_observations", "mood_states",
        "mood_scores", "mood_corrections", "tracks", "albums", "artists", "other_items", "catalog_counters",
    ];

    private const string IsLastAdministrator =
        """
        SELECT EXISTS (SELECT FROM users WHERE id = $1 AND role = 'ADMINISTRATOR')
            AND NOT EXISTS (SELECT FROM users WHERE id <> $1 AND role = 'ADMINISTRATOR')
            AND EXISTS (SELECT FROM users WHERE id <> $1 AND NOT is_demo)
        """;

    /// <summary>An import that was waiting or at work loses its row, by which its run ends.</summary>
    private const string CancelImports =
        "DELETE FROM imports WHERE user_id = $1 AND status IN ('UPLOADED', 'QUEUED', 'RUNNING') RETURNING id";

    /// <summary>An undoing ends without its row being lost, in case the deletion does not come to its end.</summary>
    private const string CancelUndoings =
        """
        UPDATE imports SET status = 'COMPLETED', attempts = attempts + 1, lease_until = NULL, progress = NULL
        WHERE user_id = $1 AND status = 'UNDOING'
        """;

    /// <summary>False, and nothing has changed, for the only administrator of a server with other people.</summary>
    public async Task<bool> DeleteAsync(int userId, CancellationToken cancellationToken)
    {
        if (await IsRefusedAsync(userId, cancellationToken)) return false;
        var folders = await CancelImportsAsync(userId, cancellationToken);
        await using var session = await ImportSession.OpenAsync(connections.Source, userId, importId: 0, cancellationToken);
        await using var transaction = await session.BeginAsync(cancellationToken);
        var numbers = await LockAsync(session, cancellationToken);
        await session.ExecuteAsync(SpotifyWipes.RememberLink, cancellationToken, userId);
        foreach (var table in Tables) await session.ExecuteAsync($"DELETE FROM {table} WHERE user_id = $1", cancellationToken, userId);
        folders.AddRange(await session.NumbersAsync("DELETE FROM imports WHERE user_id = $1 RETURNING id", cancellationToken, userId));
        // Asked again under the lock, because another administrator's account may be on its way out too.
        await session.ExecuteAsync("SELECT pg_advisory_xact_lock($1)", cancellationToken, AccountStore.CreationLock);
        if (await session.ScalarAsync<bool>(IsLastAdministrator, cancellationToken, userId)) return false;
        await session.ExecuteAsync("DELETE FROM users WHERE id = $1", cancellationToken, userId);
        await transaction.CommitAsync(cancellationToken);
        foreach (var folder in folders) uploads.Delete(folder);
        await ForgetAsync(userId, numbers);
        return true;
    }

    private async Task<bool> IsRefusedAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = connections.Source.CreateCommand(IsLastAdministrator).With(userId);
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>Committed by itself, so that a run in any process learns of it and gives the listener's lock free.</summary>
    private async Task<List<int>> CancelImportsAsync(int userId, CancellationToken cancellationToken)
    {
        await using var connection = await connections.Source.OpenConnectionAsync(cancellationToken);
        await using (var undoings = new NpgsqlCommand(CancelUndoings, connection).With(userId))
            await undoings.ExecuteNonQueryAsync(cancellationToken);
        await using var command = new NpgsqlCommand(CancelImports, connection).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var cancelled = new List<int>();
        while (await reader.ReadAsync(cancellationToken)) cancelled.Add(reader.GetInt32(0));
        return cancelled;
    }

    /// <summary>
    /// From here on whatever else would write for the user (an upload, a session) waits for the end and then finds no user. Returns the
    /// last numbers given to artists, albums and tracks.
    /// </summary>
    private static async Task<IReadOnlyList<int>> LockAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync("SELECT FROM users WHERE id = $1 FOR UPDATE", cancellationToken, session.UserId);
        var counters = await session.ListAsync(
            "SELECT artists, albums, tracks FROM catalog_counters WHERE user_id = $1",
            reader => (int[])[reader.GetInt32(0), reader.GetInt32(1), reader.GetInt32(2)], cancellationToken, session.UserId);
        return counters is [var last] ? last : [0, 0, 0];
    }

    /// <summary>In portions, because a call to the cache has little time.</summary>
    private async Task ForgetAsync(int userId, IReadOnlyList<int> last)
    {
        const int portion = 1_000;
        for (var first = 1; first <= last.Max(); first += portion)
        {
            var (from, numbers) = (first, last.Select(number => Math.Clamp(number - first + 1, 0, portion)).ToArray());
            IEnumerable<int> Of(int kind) => Enumerable.Range(from, numbers[kind]);
            await cache.ForgetAsync(userId, Of(0), Of(1), Of(2), CancellationToken.None);
        }
    }
}
