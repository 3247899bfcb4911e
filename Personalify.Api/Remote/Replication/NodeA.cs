using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Imports;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Replication;

/// <summary>
/// Node A's side of the replication: the publication, the role as which node B reads it, and the slot, which keeps for node B what it has
/// not read yet. The role, the slot and node B's subscription have one name, made of the database's number, so that databases of one server
/// have one each.
/// </summary>
public sealed class NodeA(NpgsqlDataSource main, IOptions<ReplicationOptions> options)
{
    public const string Publication = "personalify_stats";

    /// <summary>What the names of subscriptions begin with.</summary>
    public const string Prefix = "personalify_stats_";

    private const string Grants =
        """
        SELECT format('GRANT CONNECT ON DATABASE %I TO %I', current_database(), $1::text)
        UNION ALL
        SELECT format('GRANT USAGE ON SCHEMA public TO %I', $1::text)
        UNION ALL
        SELECT format('GRANT SELECT (%s) ON %I.%I TO %I',
            (SELECT string_agg(quote_ident(name), ', ') FROM unnest(attnames) AS name), schemaname, tablename, $1::text)
        FROM pg_publication_tables WHERE pubname = $2
        """;

    public async Task<string> FindNameAsync(CancellationToken cancellationToken) =>
        $"{Prefix}{await ReadAsync<uint>("SELECT oid FROM pg_database WHERE datname = current_database()", cancellationToken)}";

    /// <exception cref="NodeBException">Its server is set up in a way that publishes nothing.</exception>
    public async Task RequireLogicalAsync(CancellationToken cancellationToken)
    {
        if (await ReadAsync<string>("SELECT current_setting('wal_level')", cancellationToken) is var level and not "logical")
        {
            throw new NodeBException(
                $"Node A cannot send its changes to node B: its wal_level is {level}. Set wal_level = logical in its postgresql.conf "
                + "and restart it.");
        }
    }

    public Task<long> FindSystemAsync(CancellationToken cancellationToken) =>
        ReadAsync<long>("SELECT system_identifier FROM pg_control_system()", cancellationToken);

    /// <summary>Tables of the publication.</summary>
    public Task<string[]> FindTablesAsync(CancellationToken cancellationToken) => ReadAsync<string[]>(
        "SELECT coalesce(array_agg(tablename::text ORDER BY tablename), '{}') FROM pg_publication_tables WHERE pubname = $1",
        cancellationToken,
        Publication);

    /// <summary>Whether there is a slot, and whether it is in use.</summary>
    public async Task<bool?> FindSlotAsync(string name, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand("SELECT active FROM pg_replication_slots WHERE slot_name = $1").With(name);
        return await command.ExecuteScalarAsync(cancellationToken) as bool?;
    }

    /// <summary>Gives the slot up, and those that first copies left; a connection that uses one is ended.</summary>
    public async Task DropSlotsAsync(string name, CancellationToken cancellationToken)
    {
        const string mine =
            """
            FROM pg_replication_slots
            WHERE slot_name = $1 OR (database = current_database() AND slot_name ~ '^pg_[0-9]+_sync_[0-9]+_[0-9]+$' AND NOT active)
            """;
        await using var end = main.CreateCommand(
            "SELECT pg_terminate_backend(active_pid, 5000) FROM pg_replication_slots WHERE slot_name = $1 AND active").With(name);
        await end.ExecuteNonQueryAsync(cancellationToken);
        await using var drop = main.CreateCommand($"SELECT pg_drop_replication_slot(slot_name) {mine}").With(name);
        await drop.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Makes the role, or gives it another password, and returns how node B connects.</summary>
    /// <exception cref="NodeBException">The role of this program may not make roles that replicate.</exception>
    public async Task<Subscriber> PrepareSubscriberAsync(string name, CancellationToken cancellationToken)
    {
        var user = options.Value.User ?? name;
        if (options.Value is { User: not null, Password: null })
            throw new NodeBException(
                "Replication:User is set and Replication:Password is not: node B cannot sign in to node A. Set Replication__Password.");
        var password = options.Value.Password ?? RandomNumberGenerator.GetHexString(32, lowercase: true);
        if (options.Value.User is null) await PrepareRoleAsync(user, password, cancellationToken);
        await foreach (var grant in ReadAllAsync(Grants, cancellationToken, user, Publication))
            await ExecuteAsync(grant, cancellationToken);
        return FindSubscriber(user, password);
    }

    /// <summary>Where node B finds node A, without the password.</summary>
    public string FindAddress(string name) => FindSubscriber(options.Value.User ?? name, "").Address;

    /// <summary>Takes the role away unless it is the operator's.</summary>
    public async Task DropRoleAsync(string name, CancellationToken cancellationToken)
    {
        if (options.Value.User is not null || !await ExistsAsync(name, cancellationToken)) return;
        await foreach (var statement in ReadAllAsync(
            "SELECT format(statement, $1::text) FROM unnest(ARRAY['DROP OWNED BY %I', 'DROP ROLE %I']) AS statement", cancellationToken,
            name))
        {
            await ExecuteAsync(statement, cancellationToken);
        }
    }

    private async Task PrepareRoleAsync(string user, string password, CancellationToken cancellationToken)
    {
        var verb = await ExistsAsync(user, cancellationToken) ? "ALTER" : "CREATE";
        try
        {
            var statement = await ReadAsync<string>(
                "SELECT format('%s ROLE %I LOGIN REPLICATION PASSWORD %L', $1::text, $2::text, $3::text)",
                cancellationToken, verb, user, password);
            await ExecuteAsync(statement, cancellationToken);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new NodeBException(
                "The role of ConnectionStrings:Main may not make a role that replicates. Make one as a superuser of node A "
                + "(CREATE ROLE personalify_replication LOGIN REPLICATION PASSWORD '…') and name it by Replication__User and Replication__Password.",
                refusal);
        }
    }

    private Subscriber FindSubscriber(string user, string password)
    {
        var here = new NpgsqlConnectionStringBuilder(main.ConnectionString);
        return new Subscriber(options.Value.Host ?? here.Host!, options.Value.Port ?? here.Port, here.Database!, user, password);
    }

    private Task<bool> ExistsAsync(string role, CancellationToken cancellationToken) =>
        ReadAsync<bool>("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", cancellationToken, role);

    private async IAsyncEnumerable<string> ReadAllAsync(
        string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand(sql).With(values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return reader.GetString(0);
    }

    private async Task<T> ReadAsync<T>(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand(sql).With(values);
        return (T)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}

/// <summary>As what and where node B connects to node A.</summary>
public sealed record Subscriber(string Host, int Port, string Database, string User, string Password)
{
    /// <summary>Everything but the password.</summary>
    public string Address => $"host={Quote(Host)} port={Port} dbname={Quote(Database)} user={Quote(User)}";

    /// <summary>As libpq reads it.</summary>
    public string Connection => $"{Address} password={Quote(Password)} connect_timeout=10";

    private static string Quote(string value) => $"'{value.Replace(@"\", @"\\").Replace("'", @"\'")}'";
}
