using System.Collections.Concurrent;
using System.Security.Cryptography;
using Npgsql;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// Refreshes access tokens, each once however many callers in however many processes ask: a refresh token may be good only once. Callers
/// of a process share one refresh; those of several processes wait for the lock on the row and find what the first one stored.
/// </summary>
public sealed class SpotifyTokenRefresh(
    NpgsqlDataSource main, SpotifyTokenStore store, SpotifyApps apps, TokenProtection protection, OAuthClient accounts)
{
    // Longer than Spotify's accounts may take to answer the process that holds the lock.
    private const string LockTimeout = "SET LOCAL lock_timeout = '30s'";

    private readonly ConcurrentDictionary<(int UserId, string? Refused), Lazy<Task<string>>> _running = new();

    /// <summary>A token in the place of one that ends or was refused.</summary>
    /// <exception cref="SpotifySignInAgainException">Only the listener can renew the connection.</exception>
    /// <exception cref="APIException">Spotify gave none now; nothing has changed, and it may later.</exception>
    public async Task<string> RunAsync(int userId, string? refused, CancellationToken cancellationToken)
    {
        var shared = _running.GetOrAdd((userId, refused), key => new Lazy<Task<string>>(() => RunSharedAsync(key)));
        return await shared.Value.WaitAsync(cancellationToken);
    }

    // The refresh goes to its end even when its callers no longer wait, because a new token that is not stored would be lost.
    private async Task<string> RunSharedAsync((int UserId, string? Refused) key)
    {
        await Task.Yield();
        try
        {
            return await LockAndRefreshAsync(key.UserId, key.Refused);
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw APIUnavailableException.Silent("POST /api/token", exception);
        }
        finally
        {
            _running.TryRemove(key, out _);
        }
    }

    private async Task<string> LockAndRefreshAsync(int userId, string? refused)
    {
        await using var connection = await main.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var limit = new NpgsqlCommand(LockTimeout, connection)) await limit.ExecuteNonQueryAsync();
        if (await SpotifyTokenStore.LockAsync(connection, userId, CancellationToken.None) is not { } row)
            throw new SpotifySignInAgainException();
        try
        {
            var token = await RefreshAsync(connection, userId, row, refused);
            await transaction.CommitAsync();
            return token;
        }
        catch (Exception failure) when (failure is InvalidGrantException or CryptographicException or SpotifySignInAgainException)
        {
            await SpotifyTokenStore.MarkAsync(connection, userId, CancellationToken.None);
            await transaction.CommitAsync();
            throw new SpotifySignInAgainException(failure);
        }
    }

    private async Task<string> RefreshAsync(NpgsqlConnection connection, int userId, TokenRow row, string? refused)
    {
        var current = protection.Unprotect(row.AccessToken);
        if (current != refused && store.IsFresh(row)) return current; // Another process was faster.
        var app = await apps.FindAsync(userId, row.ClientId, CancellationToken.None) ?? throw new SpotifySignInAgainException();
        var tokens = await accounts.RefreshToken(app, protection.Unprotect(row.RefreshToken), CancellationToken.None);
        await store.ReplaceAsync(connection, userId, tokens, CancellationToken.None);
        return tokens.AccessToken;
    }
}
