using Npgsql;
using Personalify.Api.Data;
using Personalify.Api.Imports;
using Personalify.Api.Remote.Foreign;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>The foreign tables as node A's catalogue knows them; node B is not asked.</summary>
public sealed class RemoteTableStore(NpgsqlDataSource main)
{
    private const string Tables =
        """
        FROM pg_foreign_table AS foreign_table
        JOIN pg_foreign_server AS server ON server.oid = foreign_table.ftserver AND server.srvname = $1
        JOIN pg_class AS class ON class.oid = foreign_table.ftrelid
        JOIN pg_namespace AS namespace ON namespace.oid = class.relnamespace AND namespace.nspname = $2
        """;

    private const string WithColumns =
        $"""
        SELECT class.relname::text, array_agg(attname::text ORDER BY attnum), array_agg(format_type(atttypid, atttypmod) ORDER BY attnum),
            array_agg(NOT attnotnull ORDER BY attnum),
            array_agg(CASE WHEN typnamespace = 'pg_catalog'::regnamespace THEN typname::text ELSE '' END ORDER BY attnum),
            coalesce((SELECT columns FROM remote_keys WHERE schema_name = $2 AND table_name = class.relname), ARRAY[]::text[])
        {Tables}
        JOIN pg_attribute ON attrelid = class.oid AND attnum > 0 AND NOT attisdropped
        JOIN pg_type AS type ON type.oid = atttypid
        """;

    private const string Forward = $"{WithColumns} WHERE class.relname > $3 AND class.relname < $4 GROUP BY class.relname ORDER BY 1 LIMIT $5";

    private const string Backward = $"{WithColumns} WHERE class.relname > $3 AND class.relname < $4 GROUP BY class.relname ORDER BY 1 DESC LIMIT $5";

    private const string One = $"{WithColumns} WHERE class.relname = $3 GROUP BY class.relname";

    // Names are shorter than 64 bytes and begin with no such character.
    private const string AfterAll = "\U0010FFFF";

    public async Task<Connection<RemoteTable>> ListAsync(PagingArguments paging, CancellationToken cancellationToken)
    {
        var page = new KeysetPage(paging);
        var (after, before) = (ParseCursor(paging.After, "after") ?? "", ParseCursor(paging.Before, "before") ?? AfterAll);
        var tables = await ReadAsync(page.IsBackward ? Backward : Forward, cancellationToken, after, before, page.RowsToRead);
        return page.Of(tables, table => "t" + table.Name) with { CountAsync = CountAsync };
    }

    public async Task<RemoteTable?> FindAsync(string name, CancellationToken cancellationToken) =>
        (await ReadAsync(One, cancellationToken, name)).FirstOrDefault();

    private async ValueTask<int> CountAsync(CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand($"SELECT count(*)::int {Tables}").With(ForeignServer.Name, RemoteSchema.Own.Local);
        return (int)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private async Task<List<RemoteTable>> ReadAsync(string sql, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = main.CreateCommand(sql).With([ForeignServer.Name, RemoteSchema.Own.Local, .. values]);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var tables = new List<RemoteTable>();
        while (await reader.ReadAsync(cancellationToken)) tables.Add(Read(reader));
        return tables;
    }

    private static RemoteTable Read(NpgsqlDataReader row)
    {
        var (names, types) = (row.GetFieldValue<string[]>(1), row.GetFieldValue<string[]>(2));
        var (nullable, builtIn) = (row.GetFieldValue<bool[]>(3), row.GetFieldValue<string[]>(4));
        return new RemoteTable(
            row.GetString(0), [.. names.Select((name, i) => RemoteColumn.Of(name, types[i], nullable[i], builtIn[i]))],
            row.GetFieldValue<string[]>(5));
    }

    private static string? ParseCursor(string? text, string argument) => text is null or ['t', ..]
        ? text?[1..]
        : throw new GraphQLException($"{argument} is not a cursor of this list. Take one from pageInfo or an edge.",
            ErrorCodes.InvalidCursor);
}
