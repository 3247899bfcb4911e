using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Spotify.Accounts;

namespace Personalify.Api.Access.Connections;

/// <summary>The table <c>spotify_connections</c>: one row for a connected listener, its tokens encrypted.</summary>
public sealed class SpotifyConnectionStore(NpgsqlDataSource main, TokenProtection protection)
{
    private const string Columns =
        "user_id, account_id, spotify_id, display_name, image_url, client_id, scopes, status, authorized_at, connected_at";

    /// <summary>Another authorization of the same listener takes the place of the one before.</summary>
    private const string Save =
        """
        INSERT INTO spotify_connections (user_id, account_id, spotify_id, display_name, image_url, client_id, scopes, status, authorized_at,
            connected_at, access_token, refresh_token, access_expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'ACTIVE', $8, $9, $10, $11, $12)
        ON CONFLICT (user_id) DO UPDATE SET account_id = excluded.account_id, spotify_id = excluded.spotify_id,
            display_name = excluded.display_name, image_url = excluded.image_url, client_id = excluded.client_id, scopes = excluded.scopes,
            status = excluded.status, authorized_at = excluded.authorized_at, access_token = excluded.access_token,
            refresh_token = excluded.refresh_token, access_expires_at = excluded.access_expires_at
        """;

    public async Task<SpotifyConnection?> FindAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand($"SELECT {Columns} FROM spotify_connections WHERE user_id = $1").With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
    }

    public async Task SaveAsync(SpotifyConnection connection, TokenResponse tokens, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Save).With(
            connection.UserId, connection.AccountId, connection.SpotifyId, (object?)connection.DisplayName ?? DBNull.Value,
            (object?)connection.ImageUrl ?? DBNull.Value, connection.ClientId, connection.Scopes.ToArray(), connection.AuthorizedAt,
            connection.ConnectedAt, protection.Protect(tokens.AccessToken), protection.Protect(tokens.RefreshToken), tokens.ExpiresAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static SpotifyConnection Read(NpgsqlDataReader row) => new()
    {
        UserId = row.GetInt32(0),
        AccountId = row.GetString(1),
        SpotifyId = row.GetString(2),
        DisplayName = row.IsDBNull(3) ? null : row.GetString(3),
        ImageUrl = row.IsDBNull(4) ? null : row.GetString(4),
        ClientId = row.GetString(5),
        Scopes = row.GetFieldValue<string[]>(6),
        Status = row.GetString(7) == "ACTIVE" ? ConnectionStatus.Active : ConnectionStatus.SignInAgain,
        AuthorizedAt = row.GetFieldValue<DateTimeOffset>(8),
        ConnectedAt = row.GetFieldValue<DateTimeOffset>(9),
    };
}
