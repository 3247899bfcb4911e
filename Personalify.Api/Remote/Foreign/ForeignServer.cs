using System.Globalization;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Foreign;

/// <summary>
/// Node A's side: the extension, the server, as whom it is read, and the schemas of its foreign tables. What is there and right is left
/// alone, and so are options that the operator has added (<c>sslmode</c>, for example).
/// </summary>
internal sealed class ForeignServer(NodeBReader reader)
{
    public const string Name = "stats_node";

    private const string Options =
        "SELECT coalesce((SELECT srvoptions FROM pg_foreign_server WHERE srvname = $1), '{}')";

    private const string Mapping =
        """
        SELECT coalesce((SELECT umoptions FROM pg_user_mappings WHERE srvname = $1 AND usename = current_user), '{}')
        """;

    private const string SearchPath =
        """
        SELECT coalesce((
            SELECT substring(setting FROM length('search_path=') + 1)
            FROM pg_db_role_setting, unnest(setconfig) AS setting
            WHERE setdatabase = (SELECT oid FROM pg_database WHERE datname = current_database()) AND setrole = 0
                AND starts_with(setting, 'search_path=')), '"$user", public')
        """;

    /// <summary>Makes what is missing.</summary>
    /// <exception cref="NodeBException">The role of this program lacks rights that only a superuser can give.</exception>
    public async Task PrepareAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        try
        {
            await using var transaction = await nodeA.BeginTransactionAsync(cancellationToken);
            await EnsureExtensionAsync(nodeA, cancellationToken);
            await EnsureServerAsync(nodeA, cancellationToken);
            foreach (var schema in RemoteSchema.All) await EnsureSchemaAsync(nodeA, schema.Local, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw await RefusedAsync(nodeA, refusal, cancellationToken);
        }
        catch (PostgresException missing) when (
            missing.SqlState is PostgresErrorCodes.FeatureNotSupported or PostgresErrorCodes.UndefinedFile)
        {
            throw new NodeBException(
                $"Node A has no postgres_fdw, so it cannot read node B: {missing.MessageText} Install PostgreSQL's contrib package on its machine.", missing);
        }
    }

    public static Task<bool> HasSchemaAsync(NpgsqlConnection nodeA, string schema, CancellationToken cancellationToken) =>
        nodeA.ReadAsync<bool>("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1)", cancellationToken, schema);

    /// <summary>As whom this program's role reads node B, where that is known.</summary>
    public static async Task<(string? User, string? Password)> FindMappingAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        var options = Split(await nodeA.ReadAsync<string[]>(Mapping, cancellationToken, Name));
        return (options.GetValueOrDefault("user"), options.GetValueOrDefault("password"));
    }

    public static async Task MapAsync(NpgsqlConnection nodeA, string user, string password, CancellationToken cancellationToken)
    {
        await using var transaction = await nodeA.BeginTransactionAsync(cancellationToken);
        await nodeA.FormatAsync("DROP USER MAPPING IF EXISTS FOR CURRENT_USER SERVER %I", cancellationToken, Name);
        await nodeA.FormatAsync(
            "CREATE USER MAPPING FOR CURRENT_USER SERVER %I OPTIONS (user %L, password %L)", cancellationToken, Name, user, password);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Tables of node B are found by their names alone, after those of node A, in every session that begins from now on.</summary>
    public static async Task ShowSchemaAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        var path = await nodeA.ReadAsync<string>(SearchPath, cancellationToken);
        if (path.Split(',', StringSplitOptions.TrimEntries).Contains(RemoteSchema.Own.Local)) return;
        try
        {
            var database = await nodeA.ReadAsync<string>("SELECT quote_ident(current_database())", cancellationToken);
            await nodeA.ExecuteAsync($"ALTER DATABASE {database} SET search_path = {path}, {RemoteSchema.Own.Local}", cancellationToken);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new NodeBException(
                $"The schema {RemoteSchema.Own.Local} could not be put into the search_path of node A's database, because the role of "
                + "ConnectionStrings:Main does not own it. Statements must name the schema, or the owner runs: "
                + $"ALTER DATABASE … SET search_path = {path}, {RemoteSchema.Own.Local}", refusal);
        }
    }

    private static async Task EnsureExtensionAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        if (await nodeA.ReadAsync<bool>("SELECT EXISTS (SELECT FROM pg_extension WHERE extname = 'postgres_fdw')", cancellationToken))
            return;
        await nodeA.ExecuteAsync("CREATE EXTENSION postgres_fdw", cancellationToken);
    }

    private async Task EnsureServerAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        if (!await nodeA.ReadAsync<bool>("SELECT EXISTS (SELECT FROM pg_foreign_server WHERE srvname = $1)", cancellationToken, Name))
            await nodeA.FormatAsync("CREATE SERVER %I FOREIGN DATA WRAPPER postgres_fdw", cancellationToken, Name);
        var present = Split(await nodeA.ReadAsync<string[]>(Options, cancellationToken, Name));
        foreach (var (name, value) in WantedOptions())
        {
            if (present.TryGetValue(name, out var current) && current == value) continue;
            await nodeA.FormatAsync(
                "ALTER SERVER %I OPTIONS (%s %I %L)", cancellationToken, Name, current is null ? "ADD" : "SET", name, value);
        }
    }

    private static async Task EnsureSchemaAsync(NpgsqlConnection nodeA, string schema, CancellationToken cancellationToken)
    {
        if (!await HasSchemaAsync(nodeA, schema, cancellationToken)) await nodeA.FormatAsync("CREATE SCHEMA %I", cancellationToken, schema);
    }

    /// <summary>
    /// Estimates come from node B, which knows its tables and indexes. No extensions are named: only what PostgreSQL itself has means the
    /// same on both nodes for sure. The time limits are those of connections; what a statement may take is each reader's own, and node B
    /// ends what its reader has forgotten.
    /// fetch_size: PostgreSQL sends a limit along only where that is cheaper, so a portion is not much more than the longest page.
    /// </summary>
    private IEnumerable<(string Name, string Value)> WantedOptions() =>
    [
        ("host", reader.Address.Host), ("port", reader.Address.Port.ToString(CultureInfo.InvariantCulture)), ("dbname", reader.Database),
        ("fetch_size", "200"), ("use_remote_estimate", "true"), ("async_capable", "true"), ("updatable", "false"),
        ("truncatable", "false"),
        ("connect_timeout", "2"), ("keepalives", "1"), ("keepalives_idle", "5"), ("keepalives_interval", "2"), ("keepalives_count", "2"),
        ("tcp_user_timeout", "2000"), ("options", "-c statement_timeout=60s"), ("application_name", "personalify"),
    ];

    private static Dictionary<string, string> Split(string[] options) =>
        options.Select(option => option.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    private static async Task<NodeBException> RefusedAsync(NpgsqlConnection nodeA, Exception refusal, CancellationToken cancellationToken)
    {
        var (user, database) = (await nodeA.ReadAsync<string>("SELECT quote_ident(current_user)", cancellationToken),
            await nodeA.ReadAsync<string>("SELECT quote_ident(current_database())", cancellationToken));
        return new NodeBException(
            $"The role of ConnectionStrings:Main may not set up what reads node B ({refusal.Message}). Let a superuser run this in node A's database: "
            + "CREATE EXTENSION IF NOT EXISTS postgres_fdw; "
            + $"GRANT USAGE ON FOREIGN DATA WRAPPER postgres_fdw TO {user}; GRANT CREATE ON DATABASE {database} TO {user}", refusal);
    }
}
