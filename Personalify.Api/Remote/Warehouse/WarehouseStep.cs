using Microsoft.Extensions.Options;
using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Hosting;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Warehouse;

/// <summary>
/// Lets the role of BI tools read the star of migration 0003 and nothing else. The role is one for all databases of the server: it is made
/// without a login where it is missing, and where there is one its login and password stay what they are.
/// </summary>
internal sealed class WarehouseStep(
    [FromKeyedServices(StoresModule.Stats)] NpgsqlDataSource stats, IOptions<WarehouseOptions> options,
    ILogger<WarehouseStep> log) : INodeBStep
{
    /// <summary>Docker's docker/postgres/stats.sql makes it with a login.</summary>
    public const string Role = "personalify_bi";

    /// <summary>The bytes of "warehou": processes that start together take turns, because two cannot grant the same at once.</summary>
    private const string Turn = "PERFORM pg_advisory_xact_lock(x'77617265686F75'::bigint);";

    private const string Open =
        $"""
        DO $$
        BEGIN
            {Turn}
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') THEN
                BEGIN
                    CREATE ROLE {Role} NOLOGIN;
                EXCEPTION WHEN duplicate_object OR unique_violation THEN
                    RAISE DEBUG 'another database of this server has just made the role';
                END;
            END IF;
            IF NOT has_schema_privilege('{Role}', 'warehouse', 'USAGE') OR EXISTS (
                SELECT FROM pg_class
                WHERE relnamespace = 'warehouse'::regnamespace AND relkind = 'v' AND NOT has_table_privilege('{Role}', oid, 'SELECT'))
            THEN
                GRANT USAGE ON SCHEMA warehouse TO {Role};
                GRANT SELECT ON ALL TABLES IN SCHEMA warehouse TO {Role};
            END IF;
        END $$
        """;

    private const string Close =
        $"""
        DO $$
        BEGIN
            {Turn}
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{Role}') AND has_schema_privilege('{Role}', 'warehouse', 'USAGE') THEN
                REVOKE ALL ON ALL TABLES IN SCHEMA warehouse FROM {Role};
                REVOKE ALL ON SCHEMA warehouse FROM {Role};
            END IF;
        END $$
        """;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = stats.CreateCommand(options.Value.Enabled ? Open : Close);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            log.WarehouseUnread(Role, refusal.MessageText); // Everything else on node B works without.
        }
    }
}
