using System.Security.Cryptography;
using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// The table <c>spotify_sign_ins</c>: what has to be remembered while a browser is at Spotify. It is kept here and not in the browser,
/// because that comes back with other cookies where it left from another name of this machine.
/// </summary>
public sealed class SpotifySignInStore(NpgsqlDataSource main, TokenProtection protection, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>The oldest ways end when there would be more.</summary>
    private const int MaxOpen = 1_000;
    private const int MaxOpenOfUser = 5;

    private const string Sweep =
        """
        DELETE FROM spotify_sign_ins WHERE expires_at <= $1 OR state_hash IN (
            SELECT state_hash FROM spotify_sign_ins WHERE user_id = $2 ORDER BY created_at DESC, state_hash OFFSET $3)
        OR (user_id IS NULL AND state_hash IN (
            SELECT state_hash FROM spotify_sign_ins WHERE user_id IS NULL ORDER BY created_at DESC, state_hash OFFSET $4))
        """;

    /// <summary>A request of another account does not use the way up, because it is not that account's.</summary>
    private const string Take =
        """
        DELETE FROM spotify_sign_ins WHERE state_hash = $1 AND expires_at > $2 AND (user_id IS NULL OR coalesce($3::int, user_id) = user_id)
        RETURNING user_id, client_id, verifier, redirect_url, return_path
        """;

    /// <summary>Keeps it, and returns its state, which is known to the browser alone from here on.</summary>
    public async Task<string> AddAsync(SpotifySignInWay way, CancellationToken cancellationToken)
    {
        var (state, now) = (SessionToken.Create(), time.GetUtcNow());
        var verifier = way.Verifier is null ? DBNull.Value : (object)protection.Protect(way.Verifier);
        await using (var command = main.CreateCommand(
            """
            INSERT INTO spotify_sign_ins (state_hash, user_id, client_id, verifier, redirect_url, return_path, created_at, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """).With(
            SessionToken.Hash(state), (object?)way.UserId ?? DBNull.Value, way.ClientId, verifier, way.RedirectUrl,
            (object?)way.ReturnPath ?? DBNull.Value, now, now + Lifetime))
            await command.ExecuteNonQueryAsync(cancellationToken);
        await SweepAsync(way.UserId, cancellationToken);
        return state;
    }

    /// <summary>Takes it away; null when it is unknown, used, too old, or of another account than the one that is signed in.</summary>
    public async Task<SpotifySignInWay?> TakeAsync(string state, int? signedIn, CancellationToken cancellationToken)
    {
        if (!SessionToken.IsWellFormed(state)) return null;
        await using var command = main.CreateCommand(Take)
            .With(SessionToken.Hash(state), time.GetUtcNow(), (object?)signedIn ?? DBNull.Value);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        try
        {
            return await reader.ReadAsync(cancellationToken) ? Read(reader) : null;
        }
        catch (CryptographicException)
        {
            return null; // The keys are lost, so the verifier cannot be read and the way cannot be finished.
        }
    }

    /// <summary>The name of the account that began it; null when it is not open, or signs in.</summary>
    public async Task<string?> FindBeginnerAsync(string state, CancellationToken cancellationToken)
    {
        if (!SessionToken.IsWellFormed(state)) return null;
        await using var command = main.CreateCommand(
            """
            SELECT users.name FROM spotify_sign_ins AS way JOIN users ON users.id = way.user_id
            WHERE way.state_hash = $1 AND way.expires_at > $2
            """).With(SessionToken.Hash(state), time.GetUtcNow());
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Removes what has ended, and what is beyond the bounds.</summary>
    public async Task SweepAsync(int? userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Sweep).With(time.GetUtcNow(), userId ?? 0, MaxOpenOfUser, MaxOpen);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Removes those of an account.</summary>
    public async Task ForgetAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("DELETE FROM spotify_sign_ins WHERE user_id = $1").With(userId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private SpotifySignInWay Read(NpgsqlDataReader row) => new(
        row.IsDBNull(0) ? null : row.GetInt32(0), row.GetString(1),
        row.IsDBNull(2) ? null : protection.Unprotect(row.GetFieldValue<byte[]>(2)),
        row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4));
}

/// <summary>A way to Spotify and back.</summary>
/// <param name="UserId">Whose account is connected; null signs in, or makes an account.</param>
/// <param name="ClientId">Of the app through which it goes.</param>
/// <param name="Verifier">Proves that who comes back is who left, unless the app's secret does.</param>
/// <param name="RedirectUrl">Where Spotify sends the browser back to.</param>
/// <param name="ReturnPath">Where the listener wants to be afterwards.</param>
public sealed record SpotifySignInWay(int? UserId, string ClientId, string? Verifier, string RedirectUrl, string? ReturnPath)
{
    /// <summary>Not the verifier.</summary>
    public override string ToString() => nameof(SpotifySignInWay);
}
