using Npgsql;

namespace Personalify.Testing;

/// <summary>
/// What replication between two test databases leaves on their servers: a database with a subscription or with a slot in use cannot be
/// removed, and a role outlives its database.
/// </summary>
internal static class ReplicationRemains
{
    private const string Subscriptions =
        """
        SELECT format(statement, subname)
        FROM pg_subscription, unnest(ARRAY['ALTER SUBSCRIPTION %I DISABLE', 'ALTER SUBSCRIPTION %I SET (slot_name = NONE)', 'DROP SUBSCRIPTION %I'])
            WITH ORDINALITY AS step (statement, place)
        WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        ORDER BY subname, place
        """;

    private const string End = "SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE database = current_database() AND active";

    private const string Slots = "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots WHERE database = current_database()";

    private const string Roles =
        """
        SELECT format(statement, rolname)
        FROM pg_roles, unnest(ARRAY['DROP OWNED BY %I', 'DROP ROLE %I']) WITH ORDINALITY AS step (statement, place)
        WHERE rolname IN (SELECT 'personalify_stats_' || oid FROM pg_database WHERE datname = current_database())
        ORDER BY place
        """;

    public static async Task RemoveAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        await RunAllAsync(source, Subscriptions);
        await Eventually.IsTrueAsync(() => DropSlotsAsync(source), "no slot is left");
        await RunAllAsync(source, Roles);
    }

    /// <summary>False: a connection came to use a slot just before it was to go.</summary>
    private static async Task<bool> DropSlotsAsync(NpgsqlDataSource source)
    {
        try
        {
            await ExecuteAsync(source, End);
            await ExecuteAsync(source, Slots);
            return true;
        }
        catch (PostgresException refusal) when (refusal.SqlState is PostgresErrorCodes.ObjectInUse or PostgresErrorCodes.UndefinedObject)
        {
            return false;
        }
    }

    private static async Task RunAllAsync(NpgsqlDataSource source, string query)
    {
        var statements = new List<string>();
        await using (var command = source.CreateCommand(query))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) statements.Add(reader.GetString(0));
        }

        foreach (var statement in statements) await ExecuteAsync(source, statement);
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
