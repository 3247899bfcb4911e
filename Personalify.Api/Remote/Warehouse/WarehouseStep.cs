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
            IF has_database_privilege('{Role}', current_database(), 'TEMPORARY') THEN
                EXECUTE format('GRANT CONNECT ON DATABASE %I TO {Role}', current_database());
                EXECUTE format('REVOKE TEMPORARY, CONNECT ON DATABASE %I FROM PUBLIC', current_database());
            END IF;
        END $$
        """;

    /// <summary>
    /// Everyone may make large objects unless a superuser says otherwise. A role that is none does without: transactions of the role read
    /// only unless it asks for another kind.
    /// </summary>
    private const string Narrow =
        $"""
        DO $$
        DECLARE
            large regprocedure;
        BEGIN
            {Turn}
            IF NOT EXISTS (
                SELECT FROM pg_db_role_setting JOIN pg_roles ON pg_roles.oid = setrole
                WHERE rolname = '{Role}' AND 'default_transaction_read_only=on' = ANY (setconfig)) THEN
                BEGIN
                    ALTER ROLE {Role} SET default_transaction_read_only = on;
                EXCEPTION WHEN unique_violation OR internal_error THEN
                    RAISE DEBUG 'another database of this server sets it at this moment';
                END;
            END IF;
            FOR large IN
                SELECT oid::regprocedure FROM pg_proc
                WHERE pronamespace = 'pg_catalog'::regnamespace AND (proname LIKE 'lo\_%' OR proname = 'lowrite')
                    AND has_function_privilege('public', oid, 'EXECUTE') AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
            LOOP
                EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', large);
            END LOOP;
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
            foreach (var statement in options.Value.Enabled ? (string[])[Open, Narrow] : [Close])
            {
                await using var command = stats.CreateCommand(statement);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
        catch (PostgresException refusal) when (refusal.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            log.WarehouseUnread(Role, refusal.MessageText); // Everything else on node B works without.
        }
    }
}
