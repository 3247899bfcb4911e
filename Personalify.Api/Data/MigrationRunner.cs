using Npgsql;
using Personalify.Api.Hosting;

namespace Personalify.Api.Data;

/// <summary>
/// Brings the main store to the shape that this version needs: applies each missing migration in its own transaction and
/// records it with its checksum in <c>migrations</c>. Processes that start together wait for one another at an advisory lock.
/// </summary>
public sealed class MigrationRunner(
    NpgsqlDataSource main, TimeProvider time, ILogger<MigrationRunner> log, IReadOnlyList<Migration> migrations)
{
    // Any number will do as long as nothing else locks it: the bytes of "migrate".
    private const long LockKey = 0x6D696772617465;

    /// <summary>Applies what is missing and returns it; nothing is changed when files and records disagree.</summary>
    /// <exception cref="MigrationException">Files and records disagree, or a migration failed; that one was rolled back.</exception>
    public async Task<IReadOnlyList<Migration>> RunAsync(CancellationToken cancellationToken)
    {
        await using var connection = await main.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, "SELECT pg_advisory_lock($1)", cancellationToken, LockKey);
        try
        {
            return await ApplyMissingAsync(connection, cancellationToken);
        }
        finally
        {
            await ExecuteAsync(connection, "SELECT pg_advisory_unlock($1)", CancellationToken.None, LockKey);
        }
    }

    private async Task<IReadOnlyList<Migration>> ApplyMissingAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            connection,
            """
            CREATE TABLE IF NOT EXISTS migrations (
                number int PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL)
            """,
            cancellationToken);
        var missing = MigrationPlan.FindMissing(migrations, await ReadAppliedAsync(connection, cancellationToken));
        foreach (var migration in missing) await ApplyAsync(connection, migration, cancellationToken);
        return missing;
    }

    private static async Task<List<AppliedMigration>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT number, name, checksum FROM migrations ORDER BY number", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var applied = new List<AppliedMigration>();
        while (await reader.ReadAsync(cancellationToken))
        {
            applied.Add(new AppliedMigration(reader.GetInt32(0), reader.GetString(1), reader.GetString(2)));
        }

        return applied;
    }

    private async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        try
        {
            await ExecuteAsync(connection, migration.Sql, cancellationToken);
        }
        catch (PostgresException failure)
        {
            throw new MigrationException(
                $"The migration {migration.Name} failed and was rolled back; nothing of it is left: {failure.MessageText}", failure);
        }

        await ExecuteAsync(
            connection,
            "INSERT INTO migrations (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
            cancellationToken,
            migration.Number, migration.Name, migration.Checksum, time.GetUtcNow());
        await transaction.CommitAsync(cancellationToken);
        log.MigrationApplied(migration.Name, time.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection connection, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        // Without a time limit: waiting for another process, or building an index on a large table, takes what it takes.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        foreach (var parameter in parameters) command.Parameters.Add(new NpgsqlParameter { Value = parameter });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
