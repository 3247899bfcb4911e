using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>Through which app a listener goes to Spotify: the server's, or one of their own in the table <c>spotify_apps</c>.</summary>
public sealed class SpotifyApps(NpgsqlDataSource main, TokenProtection protection, IOptions<SpotifyOptions> options, TimeProvider time)
{
    /// <summary>A connection through the app that is replaced could never be refreshed again.</summary>
    private const string EndOthers =
        """
        UPDATE spotify_connections SET status = 'SIGN_IN_AGAIN'
        WHERE user_id = $1 AND status = 'ACTIVE' AND client_id = (SELECT client_id FROM spotify_apps WHERE user_id = $1) AND client_id <> $2
        """;

    private const string Save =
        """
        INSERT INTO spotify_apps (user_id, client_id, secret, created_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (user_id)
        DO UPDATE SET client_id = excluded.client_id, secret = excluded.secret, created_at = excluded.created_at
        """;

    /// <summary>The listener's own app, or that of the server; null without either.</summary>
    public async Task<SpotifyApp?> FindAsync(int userId, CancellationToken cancellationToken) =>
        await FindOwnAsync(userId, cancellationToken) ?? options.Value.App;

    /// <summary>The app of that id, if it is the listener's own or the server's.</summary>
    public async Task<SpotifyApp?> FindAsync(int? userId, string clientId, CancellationToken cancellationToken)
    {
        if (options.Value.App is { } server && server.ClientId == clientId) return server;
        return userId is { } id && await FindOwnAsync(id, cancellationToken) is { } own && own.ClientId == clientId ? own : null;
    }

    public async Task<SpotifyApp?> FindOwnAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("SELECT client_id, secret FROM spotify_apps WHERE user_id = $1").With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        return new SpotifyApp(reader.GetString(0), reader.IsDBNull(1) ? null : ReadSecret(reader.GetFieldValue<byte[]>(1)));
    }

    public async Task SetOwnAsync(int userId, SpotifyApp app, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        batch.BatchCommands.Add(Command(EndOthers, userId, app.ClientId));
        var secret = app.ClientSecret is null ? DBNull.Value : (object)protection.Protect(app.ClientSecret);
        batch.BatchCommands.Add(Command(Save, userId, app.ClientId, secret, time.GetUtcNow()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>False when there was none.</summary>
    public async Task<bool> RemoveOwnAsync(int userId, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        batch.BatchCommands.Add(Command(EndOthers, userId, options.Value.ClientId));
        batch.BatchCommands.Add(Command("DELETE FROM spotify_apps WHERE user_id = $1", userId));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return batch.BatchCommands[1].RecordsAffected > 0;
    }

    // Without the keys that protect it the app still works, by PKCE instead of its secret.
    private string? ReadSecret(byte[] secret)
    {
        try
        {
            return protection.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
