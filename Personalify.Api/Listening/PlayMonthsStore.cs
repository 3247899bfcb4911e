using Npgsql;

namespace Personalify.Api.Listening;

/// <summary>One row of the rollup: a listener's plays of one month, counted in UTC. <paramref name="Month"/> is its first day.</summary>
public readonly record struct PlayMonth(int UserId, DateOnly Month);

/// <summary>
/// Writes the rollup <c>play_months</c>. It is always made anew from the plays, in the transaction that changed them or what is said
/// of their tracks (artist, album, length): whoever writes <c>plays</c> or those columns of <c>tracks</c> rebuilds the months touched.
/// </summary>
public sealed class PlayMonthsStore
{
    // Keeps this lock apart from other advisory locks with the user's id: the bytes of "plmo".
    private const int LockSpace = 0x706C6D6F;

    /// <summary>
    /// Rebuilds the given months inside the caller's open transaction; a month without a counted play loses its row. Every listener
    /// concerned is locked first and in order of id, so that of two transactions the later one sees what the earlier one wrote.
    /// </summary>
    public async Task RebuildAsync(
        NpgsqlConnection connection, IReadOnlyCollection<PlayMonth> months, CancellationToken cancellationToken)
    {
        var listeners = months.GroupBy(month => month.UserId, month => month.Month).OrderBy(listener => listener.Key).ToList();
        await LockAsync(connection, [.. listeners.Select(listener => listener.Key)], cancellationToken);
        foreach (var listener in listeners)
        {
            await RebuildAsync(connection, listener.Key, [.. listener.Distinct().Order()], cancellationToken);
        }
    }

    /// <summary>A statement of its own: only the statement after it sees what was committed while it waited.</summary>
    private static async Task LockAsync(NpgsqlConnection connection, int[] userIds, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT pg_advisory_xact_lock($1, user_id) FROM unnest($2) AS listener (user_id)", connection)
        {
            Parameters = { new() { Value = LockSpace }, new() { Value = userIds } },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task RebuildAsync(NpgsqlConnection connection, int userId, DateOnly[] months, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("DELETE FROM play_months WHERE user_id = $1 AND month = ANY ($2)")
                {
                    Parameters = { new() { Value = userId }, new() { Value = months } },
                },
                new($"INSERT INTO play_months (user_id, month, {PlayMonthsSql.Columns}) {PlayMonthsSql.FromPlays}")
                {
                    Parameters = { new() { Value = userId }, new() { Value = months } },
                },
            },
        };
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }
}
