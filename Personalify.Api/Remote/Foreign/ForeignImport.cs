using Npgsql;
using Personalify.Api.Remote.NodeB;

namespace Personalify.Api.Remote.Foreign;

/// <summary>Foreign tables of node A: each like its table of node B, with names, types and what may be null.</summary>
internal sealed class ForeignImport
{
    private const string Present =
        """
        SELECT namespace.nspname::text, class.relname::text,
            array_agg(format('%s %s %s', attname, format_type(atttypid, atttypmod), attnotnull) ORDER BY attnum),
            coalesce((SELECT columns FROM public.remote_keys WHERE schema_name = namespace.nspname AND table_name = class.relname), '{}')
        FROM pg_foreign_table AS foreign_table
        JOIN pg_foreign_server AS server ON server.oid = foreign_table.ftserver AND server.srvname = $1
        JOIN pg_class AS class ON class.oid = foreign_table.ftrelid
        JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace
        JOIN pg_attribute AS attribute ON attribute.attrelid = class.oid AND attnum > 0 AND NOT attisdropped
        WHERE namespace.nspname = ANY ($2)
        GROUP BY namespace.nspname, class.relname
        ORDER BY 1, 2
        """;

    private const string KeepKey =
        """
        WITH kept AS (
            INSERT INTO public.remote_keys (schema_name, table_name, columns) VALUES ($1, $2, $3)
            ON CONFLICT (schema_name, table_name) DO UPDATE SET columns = excluded.columns RETURNING true)
        SELECT count(*)::int FROM kept
        """;

    /// <summary>The foreign tables that are there, by the schemas of node B.</summary>
    public static async Task<List<RemoteTableShape>> FindAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken)
    {
        var shapes = await nodeA.ListAsync(
            row => new RemoteTableShape(row.GetString(0), row.GetString(1), row.GetFieldValue<string[]>(2), row.GetFieldValue<string[]>(3)),
            Present, cancellationToken,
            ForeignServer.Name, RemoteSchema.All.Select(schema => schema.Local).ToArray());
        return [.. shapes.Select(shape => shape with { Schema = RemoteSchema.All.Single(schema => schema.Local == shape.Schema).Name })];
    }

    /// <summary>Imports what is missing or different, and returns it.</summary>
    /// <exception cref="NodeBException">Some could not be; the others were imported all the same.</exception>
    public static async Task<IReadOnlyList<RemoteTableShape>> RunAsync(
        NpgsqlConnection nodeA, IReadOnlyList<RemoteTableShape> readable, CancellationToken cancellationToken)
    {
        var present = await FindAsync(nodeA, cancellationToken);
        var (imported, complaints) = (new List<RemoteTableShape>(), new List<string>());
        foreach (var shape in readable.Where(shape => !present.Any(shape.IsLike)))
        {
            if (await ImportAsync(nodeA, shape, cancellationToken) is { } complaint) complaints.Add(complaint);
            else imported.Add(shape);
        }

        return complaints.Count == 0 ? imported : throw new NodeBException(string.Join(' ', complaints));
    }

    /// <summary>Asks node B for a table that does not exist: nothing is changed by it, and it fails unless node A can sign in.</summary>
    public static Task ProbeAsync(NpgsqlConnection nodeA, CancellationToken cancellationToken) => nodeA.FormatAsync(
        "IMPORT FOREIGN SCHEMA %I LIMIT TO (personalify_probe) FROM SERVER %I INTO %I", cancellationToken,
        RemoteSchema.Own.Name, ForeignServer.Name, RemoteSchema.Own.Local);

    public static Task DropAsync(NpgsqlConnection nodeA, string table, CancellationToken cancellationToken) =>
        nodeA.FormatAsync("DROP FOREIGN TABLE %I.%I", cancellationToken, RemoteSchema.Own.Local, table);

    private static async Task<string?> ImportAsync(NpgsqlConnection nodeA, RemoteTableShape shape, CancellationToken cancellationToken)
    {
        var local = RemoteSchema.All.Single(schema => schema.Name == shape.Schema).Local;
        try
        {
            await using var transaction = await nodeA.BeginTransactionAsync(cancellationToken);
            await nodeA.FormatAsync("DROP FOREIGN TABLE IF EXISTS %I.%I", cancellationToken, local, shape.Name);
            await nodeA.FormatAsync(
                "IMPORT FOREIGN SCHEMA %I LIMIT TO (%I) FROM SERVER %I INTO %I", cancellationToken, shape.Schema, shape.Name,
                ForeignServer.Name, local);
            await nodeA.ReadAsync<int>(KeepKey, cancellationToken, local, shape.Name, shape.Key);
            await transaction.CommitAsync(cancellationToken);
            return null;
        }
        catch (PostgresException failure) when (!failure.IsConnectionFailure())
        {
            return $"The table {shape.Name} of node B could not be imported into {local}, and what was there is as it was: {failure.MessageText}.";
        }
    }
}
