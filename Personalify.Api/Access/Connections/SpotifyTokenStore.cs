using System.Security.Cryptography;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Spotify.Accounts;

namespace Personalify.Api.Access.Connections;

/// <summary>The tokens of the table <c>spotify_connections</c>.</summary>
public sealed class SpotifyTokenStore(NpgsqlDataSource main, TokenProtection protection, TimeProvider time)
{
    /// <summary>A token that ends within this time is not begun with: it could end on its way.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    private const string Columns = "SELECT client_id, access_token, refresh_token, access_expires_at FROM spotify_connections";

    /// <summary>The access token that lasts for another minute; null when there is none, or none that can be read.</summary>
    public async Task<string?> FindUsableAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand($"{Columns} WHERE user_id = $1 AND status = 'ACTIVE'").With(userId);
        var row = await ReadAsync(command, cancellationToken);
        try
        {
            return row is not null && IsFresh(row) ? protection.Unprotect(row.AccessToken) : null;
        }
        catch (CryptographicException)
        {
            return null; // The refresh meets the same and marks the connection.
        }
    }

    /// <summary>The tokens, locked until the transaction ends, so that no other process refreshes them meanwhile.</summary>
    internal static async Task<TokenRow?> LockAsync(NpgsqlConnection connection, int userId, CancellationToken cancellationToken)
    {
        await using var command =
            new NpgsqlCommand($"{Columns} WHERE user_id = $1 AND status = 'ACTIVE' FOR NO KEY UPDATE", connection).With(userId);
        return await ReadAsync(command, cancellationToken);
    }

    internal bool IsFresh(TokenRow row) => row.AccessExpiresAt > time.GetUtcNow() + Margin;

    internal async Task ReplaceAsync(
        NpgsqlConnection connection, int userId, TokenResponse tokens, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            """
            UPDATE spotify_connections
            SET access_token = $2, refresh_token = $3, access_expires_at = $4, scopes = coalesce($5::text[], scopes) WHERE user_id = $1
            """, connection).With(
            userId, protection.Protect(tokens.AccessToken), protection.Protect(tokens.RefreshToken), tokens.ExpiresAt,
            (object?)tokens.Scope?.ToArray() ?? DBNull.Value);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The tokens stay: Spotify has been seen to refuse good ones during an outage.</summary>
    internal static async Task MarkAsync(NpgsqlConnection connection, int userId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE spotify_connections SET status = 'SIGN_IN_AGAIN' WHERE user_id = $1 AND status = 'ACTIVE'", connection).With(userId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<TokenRow?> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new TokenRow(
                reader.GetString(0), reader.GetFieldValue<byte[]>(1), reader.GetFieldValue<byte[]>(2),
                reader.GetFieldValue<DateTimeOffset>(3))
            : null;
    }
}

/// <summary>Tokens as they are stored: encrypted.</summary>
internal sealed record TokenRow(string ClientId, byte[] AccessToken, byte[] RefreshToken, DateTimeOffset AccessExpiresAt);
