using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Moods;

/// <summary>One process at a time reads the titles of a listener, so that two do not ask a remote model the same and pay twice.</summary>
public sealed class MoodTurns(NpgsqlDataSource main)
{
    // Keeps this lock apart from other advisory locks with the user's id: the bytes of "mood".
    private const int LockSpace = 0x6D6F6F64;

    /// <summary>Does nothing where another process is at it.</summary>
    public async Task TryAsync(int userId, Func<Task> work, CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await using var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1, $2)", connection).With(LockSpace, userId);
        if (await take.ExecuteScalarAsync(cancellationToken) is not true) return;
        try
        {
            await work();
        }
        finally
        {
            await using var give = new NpgsqlCommand("SELECT pg_advisory_unlock($1, $2)", connection).With(LockSpace, userId);
            await give.ExecuteNonQueryAsync(CancellationToken.None);
        }
    }
}
