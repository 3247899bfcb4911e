using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Imports;
using Personalify.Api.Imports.Staging;

namespace Personalify.Api.Sync.Plays;

/// <summary>The row of <c>imports</c> to which everything belongs that Spotify told of a listener's plays. It is not listed.</summary>
internal sealed class PolledImport(NpgsqlDataSource main, TimeProvider clock)
{
    private const string Connected = "EXISTS (SELECT FROM spotify_connections WHERE user_id = $1 AND account_id = $2)";

    private const string Add =
        $"""
        INSERT INTO imports (user_id, kind, status, created_at) SELECT $1, 'SPOTIFY', 'COMPLETED', $3 WHERE {Connected}
        ON CONFLICT (user_id, number) DO NOTHING
        """;

    private const string Touch = $"UPDATE imports SET finished_at = $3 WHERE id = $4 AND {Connected}";

    /// <summary>Null when the listener's account at Spotify is not connected, so that there is none to make.</summary>
    public async Task<int?> FindOrAddAsync(SpotifyConnection connection, CancellationToken cancellationToken)
    {
        await using (var add = main.CreateCommand(Add).With(connection.UserId, connection.AccountId, clock.GetUtcNow()))
            await add.ExecuteNonQueryAsync(cancellationToken);
        return await FindAsync(connection.UserId, cancellationToken);
    }

    public async Task<int?> FindAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("SELECT id FROM imports WHERE user_id = $1 AND kind = 'SPOTIFY'").With(userId);
        return await command.ExecuteScalarAsync(cancellationToken) as int?;
    }

    /// <summary>
    /// Writes the row together with what was told, by which a search learns of new names. False when the account was disconnected, or what
    /// it told was wiped, since the question went out.
    /// </summary>
    public static async Task<bool> TouchAsync(
        ImportSession session, SpotifyConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        await session.ExecuteAsync(Touch, cancellationToken, session.UserId, connection.AccountId, now, session.ImportId) > 0;
}
