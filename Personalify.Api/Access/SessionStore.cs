using Npgsql;
using Personalify.Api.Users;

namespace Personalify.Api.Access;

/// <summary>Sessions in the table <c>tokens</c>. They live for thirty days after their last use.</summary>
public sealed class SessionStore(NpgsqlDataSource main, SessionLookups lookups, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Moving the end on every request would write on every read; once a day is enough.</summary>
    private static readonly TimeSpan Slide = TimeSpan.FromDays(1);

    /// <summary>The oldest sessions of a user end when there would be more.</summary>
    private const int MaxPerUser = 200;

    public async Task<Session> StartAsync(User user, CancellationToken cancellationToken)
    {
        var token = SessionToken.Create();
        var now = time.GetUtcNow();
        await using var batch = main.CreateBatch();
        batch.BatchCommands.Add(Command(
            "INSERT INTO tokens (hash, user_id, kind, created_at, expires_at) VALUES ($1, $2, 'SESSION', $3, $4)",
            SessionToken.Hash(token), user.Id, now, now + Lifetime));
        batch.BatchCommands.Add(Command(
            """
            DELETE FROM tokens WHERE user_id = $1 AND kind = 'SESSION' AND (expires_at <= $2 OR hash IN (
                SELECT hash FROM tokens WHERE user_id = $1 AND kind = 'SESSION' ORDER BY expires_at DESC, created_at DESC OFFSET $3))
            """,
            user.Id, now, MaxPerUser));
        await batch.ExecuteNonQueryAsync(cancellationToken);
        return new Session(token, now + Lifetime, user);
    }

    /// <summary>Whose session it is, or <c>null</c> when it has ended or never was.</summary>
    public Task<SessionOwner?> FindAsync(byte[] hash, CancellationToken cancellationToken) => lookups.FindAsync(hash, cancellationToken);

    /// <summary>Moves the end of a session that is in use.</summary>
    public async Task ProlongAsync(byte[] hash, SessionOwner owner, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (owner.ExpiresAt >= now + Lifetime - Slide) return;
        await ExecuteAsync("UPDATE tokens SET expires_at = $2 WHERE hash = $1", cancellationToken, hash, now + Lifetime);
    }

    public Task EndAsync(byte[] hash, CancellationToken cancellationToken) =>
        ExecuteAsync("DELETE FROM tokens WHERE hash = $1 AND kind = 'SESSION'", cancellationToken, hash);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var batch = main.CreateBatch();
        batch.BatchCommands.Add(Command(sql, values));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
