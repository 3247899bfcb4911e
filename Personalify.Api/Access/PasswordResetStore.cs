using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>
/// Reset links in the table <c>tokens</c>: only the hash of what the link holds, one for each account, used by being deleted.
/// </summary>
public sealed class PasswordResetStore(NpgsqlDataSource main, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private const string Open = "hash = $1 AND kind = 'RESET' AND expires_at > $2";

    /// <summary>A new link takes the place of an older one of the account.</summary>
    public async Task<PasswordReset> CreateAsync(User user, CancellationToken cancellationToken)
    {
        var (token, now) = (SessionToken.Create(), time.GetUtcNow());
        await using var command = main.CreateCommand(
            """
            INSERT INTO tokens (hash, user_id, kind, created_at, expires_at) VALUES ($1, $2, 'RESET', $3, $4)
            ON CONFLICT (user_id) WHERE kind = 'RESET'
            DO UPDATE SET hash = excluded.hash, created_at = excluded.created_at, expires_at = excluded.expires_at
            """).With(SessionToken.Hash(token), user.Id, now, now + Lifetime);
        await command.ExecuteNonQueryAsync(cancellationToken);
        return new PasswordReset(token, now + Lifetime, user);
    }

    public async Task<bool> IsOpenAsync(string token, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand($"SELECT EXISTS (SELECT FROM tokens WHERE {Open})")
            .With(SessionToken.Hash(token), time.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }

    /// <summary>
    /// Takes the link, sets the password and ends all sessions, or does nothing of it. Of two who use it at once the second finds it gone.
    /// Returns whose it was.
    /// </summary>
    public async Task<int?> UseAsync(string token, string passwordHash, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(
            $"""
            WITH used AS (DELETE FROM tokens WHERE {Open} RETURNING user_id),
            ended AS (DELETE FROM tokens USING used WHERE tokens.user_id = used.user_id AND tokens.kind <> 'RESET')
            UPDATE users SET password_hash = $3 FROM used WHERE users.id = used.user_id RETURNING users.id
            """).With(SessionToken.Hash(token), time.GetUtcNow(), passwordHash);
        return (int?)await command.ExecuteScalarAsync(cancellationToken);
    }
}
