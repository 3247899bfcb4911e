using System.Data;
using Npgsql;

namespace Personalify.Api.Listening;

/// <summary>A month of the rollup that is not what its plays make. Plays are 0 where one side has no such month.</summary>
public sealed record MonthDifference(int UserId, DateOnly Month, int PlaysInRollup, int Plays, IReadOnlyList<string> Columns);

/// <summary>What a verification looked at and found.</summary>
public sealed record Verification(int Users, int Months, IReadOnlyList<MonthDifference> Differences);

/// <summary>Makes every month anew from the plays and compares it with the rollup, byte for byte. Changes nothing.</summary>
public sealed class PlayMonthsVerifier(NpgsqlDataSource main)
{
    private static readonly string[] Columns = PlayMonthsSql.Columns.Split(", ");

    /// <summary>Looks at one user's months, or at everybody's.</summary>
    public async Task<Verification> VerifyAsync(int? userId, CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        // One snapshot: an import that commits meanwhile is seen whole or not at all.
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        var users = await ReadUsersAsync(connection, userId, cancellationToken);
        var differences = new List<MonthDifference>();
        var monthCount = 0;
        foreach (var user in users)
        {
            var months = await ReadMonthsAsync(connection, user, cancellationToken);
            monthCount += months.Length;
            await CompareAsync(connection, user, months, differences, cancellationToken);
        }

        return new Verification(users.Count, monthCount, differences);
    }

    private static async Task<List<int>> ReadUsersAsync(NpgsqlConnection connection, int? userId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT id FROM users WHERE $1::int IS NULL OR id = $1 ORDER BY id", connection)
        {
            Parameters = { new() { Value = (object?)userId ?? DBNull.Value, DbType = DbType.Int32 } },
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var users = new List<int>();
        while (await reader.ReadAsync(cancellationToken)) users.Add(reader.GetInt32(0));
        return users;
    }

    private static async Task<DateOnly[]> ReadMonthsAsync(NpgsqlConnection connection, int userId, CancellationToken cancellationToken)
    {
        const string sql =
            """
            SELECT coalesce(array_agg(month ORDER BY month), '{}') FROM (
                SELECT date_trunc('month', ended_at AT TIME ZONE 'UTC')::date FROM plays WHERE user_id = $1
                UNION SELECT month FROM play_months WHERE user_id = $1) AS either (month)
            """;
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = userId } }, CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetFieldValue<DateOnly[]>(0);
    }

    private static async Task CompareAsync(
        NpgsqlConnection connection, int userId, DateOnly[] months, List<MonthDifference> differences, CancellationToken cancellationToken)
    {
        var differs = string.Join(", ", Columns.Select(column => $"made.{column} IS DISTINCT FROM kept.{column}"));
        var sql =
            $"""
            SELECT coalesce(made.month, kept.month), coalesce(kept.plays, 0), coalesce(made.plays, 0), ARRAY[{differs}]
            FROM ({PlayMonthsSql.FromPlays}) AS made
            FULL JOIN (SELECT * FROM play_months WHERE user_id = $1) AS kept ON kept.month = made.month
            WHERE true = ANY (ARRAY[{differs}])
            ORDER BY 1
            """;
        await using var command = new NpgsqlCommand(sql, connection)
        {
            Parameters = { new() { Value = userId }, new() { Value = months } }, CommandTimeout = 0,
        };
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var columns = Columns.Zip(reader.GetFieldValue<bool[]>(3)).Where(column => column.Second).Select(column => column.First);
            differences.Add(new MonthDifference(
                userId, reader.GetFieldValue<DateOnly>(0), reader.GetInt32(1), reader.GetInt32(2), [.. columns]));
        }
    }
}
