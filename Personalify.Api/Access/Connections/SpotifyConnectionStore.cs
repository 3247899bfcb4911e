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

    /// <summary>The listener's connection; null when there is none, or the listener ended it.</summary>
    public async Task<SpotifyConnection?> FindAsync(int userId, CancellationToken cancellationToken) =>
        await FindLinkAsync(userId, cancellationToken) is { Status: not ConnectionStatus.Disconnected } connection ? connection : null;

    /// <summary>The same with one that the listener ended while its data stayed, which still says whose data it is.</summary>
    public Task<SpotifyConnection?> FindLinkAsync(int userId, CancellationToken cancellationToken) =>
        FindAsync("user_id = $1", cancellationToken, userId);

    /// <summary>
    /// The link of an account at Spotify with any user. Spotify does not tell the account_id to every app, so one that was made by the
    /// id alone counts, too, and so does the id where the account_id is not told now.
    /// </summary>
    public Task<SpotifyConnection?> FindLinkAsync(string accountId, string spotifyId, CancellationToken cancellationToken) =>
        FindAsync(
            "account_id IN ($1, $2) OR ($1 = $2 AND spotify_id = $3) ORDER BY account_id = $1 DESC, user_id LIMIT 1", cancellationToken,
            accountId, SpotifyConnection.MarkOfId + spotifyId, spotifyId);

    /// <summary>How many listeners use an app, those who have to sign in again included: Spotify still has them on its list.</summary>
    public async Task<int> CountAsync(string clientId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            "SELECT count(*)::int FROM spotify_connections WHERE client_id = $1 AND status <> 'DISCONNECTED'").With(clientId);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    public async Task SaveAsync(SpotifyConnection connection, TokenResponse tokens, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Save).With(
            connection.UserId, connection.AccountId, connection.SpotifyId, (object?)connection.DisplayName ?? DBNull.Value,
            (object?)connection.ImageUrl ?? DBNull.Value, connection.ClientId, connection.Scopes.ToArray(), connection.AuthorizedAt,
            connection.ConnectedAt, protection.Protect(tokens.AccessToken), protection.Protect(tokens.RefreshToken), tokens.ExpiresAt);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Ends the connection and keeps what came through it: the tokens go, the link stays.</summary>
    public async Task DisconnectAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            """
            UPDATE spotify_connections SET status = 'DISCONNECTED', access_token = NULL, refresh_token = NULL, scopes = '{}'
            WHERE user_id = $1
            """).With(userId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task<SpotifyConnection?> FindAsync(string condition, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand($"SELECT {Columns} FROM spotify_connections WHERE {condition}").With(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
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
        Status = StatusOf(row.GetString(7)),
        AuthorizedAt = row.GetFieldValue<DateTimeOffset>(8),
        ConnectedAt = row.GetFieldValue<DateTimeOffset>(9),
    };

    private static ConnectionStatus StatusOf(string text) => text switch
    {
        "ACTIVE" => ConnectionStatus.Active,
        "SIGN_IN_AGAIN" => ConnectionStatus.SignInAgain,
        _ => ConnectionStatus.Disconnected,
    };
}
