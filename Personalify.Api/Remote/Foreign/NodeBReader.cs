using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Foreign;

/// <summary>
/// The role as which node A reads node B: it may sign in and read what it was granted. Roles belong to a server and not to a database, so
/// its name has the database's number.
/// </summary>
internal sealed class NodeBReader([FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats, RemoteOptions options)
{
    private const string Prefix = "personalify_remote_";

    private const string Readable =
        """
        SELECT namespace.nspname::text, class.relname::text,
            array_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull) ORDER BY attnum),
            ARRAY(
                SELECT part.attname::text
                FROM pg_constraint AS key, unnest(key.conkey) WITH ORDINALITY AS place (number, ordinal)
                JOIN pg_attribute AS part ON part.attrelid = class.oid AND part.attnum = place.number
                WHERE key.conrelid = class.oid AND key.contype = 'p'
                ORDER BY place.ordinal)
        FROM pg_class AS class
        JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
        JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attnum > 0 AND NOT attisdropped
        WHERE namespace.nspname = ANY ($1) AND class.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT class.relispartition
            AND has_schema_privilege($2, namespace.oid, 'USAGE') AND has_table_privilege($2, class.oid, 'SELECT')
        GROUP BY namespace.nspname, class.relname, class.oid
        ORDER BY 1, 2
        """;

    private const string NotReadable =
        """
        SELECT class.relname::text
        FROM pg_class AS class
        WHERE class.relnamespace = $1::regnamespace AND class.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT class.relispartition
            AND NOT has_table_privilege($2, class.oid, 'SELECT') AND class.relname = ANY ($3)
        """;

    public string Database { get; } = new NpgsqlConnectionStringBuilder(stats.ConnectionString).Database!;

    /// <summary>Where node A finds node B.</summary>
    public (string Host, int Port) Address { get; } = AddressOf(new NpgsqlConnectionStringBuilder(stats.ConnectionString), options);

    public async Task<string> FindNameAsync(CancellationToken cancellationToken)
    {
        if (options.User is { } given) return given;
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        var number = await connection.ReadAsync<uint>("SELECT oid FROM pg_database WHERE datname = current_database()", cancellationToken);
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Prefix}{number}");
    }

    public async Task<bool> ExistsAsync(string role, CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        return await connection.ReadAsync<bool>("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = $1)", cancellationToken, role);
    }

    /// <summary>Makes the role unless it is there, and gives it this password; nothing when the operator has made one.</summary>
    /// <exception cref="NodeBException">The role of this program may not make roles.</exception>
    public async Task SetPasswordAsync(string role, string password, CancellationToken cancellationToken)
    {
        if (options.User is not null) return;
        var verb = await ExistsAsync(role, cancellationToken) ? "ALTER" : "CREATE";
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        try
        {
            await connection.FormatAsync("%s ROLE %I LOGIN PASSWORD %L", cancellationToken, verb, role, password);
            await connection.FormatAsync("ALTER ROLE %I SET default_transaction_read_only = on", cancellationToken, role);
            await connection.FormatAsync("GRANT CONNECT ON DATABASE %I TO %I", cancellationToken, Database, role);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new NodeBException(
                "The role of ConnectionStrings:Stats may not make roles on node B. Make one there as a superuser "
                + "(CREATE ROLE personalify_remote LOGIN PASSWORD '…') and name it by Remote__User and Remote__Password.", refusal);
        }
    }

    /// <summary>Whether the role signs in with this password, seen from this program.</summary>
    public async Task<bool> SignsInAsync(string role, string password, CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        var builder = new NpgsqlConnectionStringBuilder(stats.ConnectionString) { Username = role, Password = password, Pooling = false,
            Timeout = 2 };
        await using var attempt = new NpgsqlConnection(builder.ConnectionString);
        try
        {
            await attempt.OpenAsync(cancellationToken);
            return true;
        }
        catch (PostgresException refusal) when (
            refusal.SqlState is PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification)
        {
            return false;
        }
    }

    /// <summary>Lets the role read tables of a schema. Those that it reads already are left alone.</summary>
    public async Task GrantAsync(string role, RemoteSchema schema, string[] tables, CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        if (!await connection.ReadAsync<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", cancellationToken,
            schema.Name)) return;
        if (!await connection.ReadAsync<bool>("SELECT has_schema_privilege($1, $2, 'USAGE')", cancellationToken, role, schema.Name))
            await connection.FormatAsync("GRANT USAGE ON SCHEMA %I TO %I", cancellationToken, schema.Name, role);
        var missing = await connection.ListAsync(
            row => row.GetString(0), NotReadable, cancellationToken, schema.Name, role, tables);
        foreach (var table in missing) await GrantAsync(connection, role, schema, table, cancellationToken);
    }

    /// <summary>Takes from the role what it was given of a table.</summary>
    public async Task RevokeAsync(string role, RemoteSchema schema, string table, CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        if (await connection.ReadAsync<bool>("SELECT to_regclass(format('%I.%I', $1, $2)) IS NOT NULL", cancellationToken, schema.Name,
            table))
            await connection.FormatAsync("REVOKE ALL ON %I.%I FROM %I", cancellationToken, schema.Name, table, role);
    }

    /// <summary>What the role may read of the schemas that are imported.</summary>
    public async Task<List<RemoteTableShape>> FindReadableAsync(string role, CancellationToken cancellationToken)
    {
        await using var connection = await stats.OpenConnectionAsync(cancellationToken);
        var shapes = await connection.ListAsync(
            row => new RemoteTableShape(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetFieldValue<string[]>(3)),
            Readable, cancellationToken,
            RemoteSchema.All.Select(schema => schema.Name).ToArray(), role);
        return [.. shapes.Where(shape => !RemoteSchema.All.Single(schema => schema.Name == shape.Schema).Except.Contains(shape.Name))];
    }

    private static async Task GrantAsync(
        NpgsqlConnection connection, string role, RemoteSchema schema, string table, CancellationToken cancellationToken)
    {
        try
        {
            await connection.FormatAsync("GRANT SELECT ON %I.%I TO %I", cancellationToken, schema.Name, table, role);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new NodeBException(
                $"The role of ConnectionStrings:Stats may not let others read {schema.Name}.{table}, because it does not own it. "
                + $"Let its owner run on node B: GRANT SELECT ON {schema.Name}.{table} TO {role}", refusal);
        }
    }

    private static (string Host, int Port) AddressOf(NpgsqlConnectionStringBuilder stats, RemoteOptions options) =>
        (options.Host ?? stats.Host!, options.Port ?? stats.Port);
}
