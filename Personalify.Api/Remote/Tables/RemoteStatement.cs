using System.Globalization;
using Npgsql;
using Personalify.Api.Remote.Foreign;

namespace Personalify.Api.Remote.Tables;

/// <summary>
/// One statement over a foreign table. The inner part is made of what postgres_fdw sends to node B: columns, comparisons by PostgreSQL's
/// own types, order and limit. Values become text on node A.
/// </summary>
internal sealed class RemoteStatement
{
    private readonly RemoteTable _table;
    private readonly RemoteOrder _order;
    private readonly RemoteCursor? _after;
    private readonly string _inner;

    public RemoteStatement(RemoteTable table, RemoteFilterInput? filter, IReadOnlyList<RemoteOrderInput>? orderBy, string? after, int count)
    {
        (_table, _order) = (table, new RemoteOrder(table, orderBy ?? []));
        _after = RemoteCursor.Parse(after, _order);
        var writer = new RemoteFilter(table);
        string?[] conditions =
            [filter is null ? null : writer.Write(filter), _after?.Values is { } values ? _order.After(writer, values) : null];
        var where = string.Join(" AND ", conditions.OfType<string>());
        _inner = $"SELECT * FROM {NameOf(table)} AS t{After(" WHERE ", where)}{After(" ORDER BY ", _order.Write())}"
            + string.Create(CultureInfo.InvariantCulture, $" LIMIT {count}{(_after is { Number: > 0 and var number } ? $" OFFSET {number}" : "")}");
        Values = writer.Values;
    }

    public object[] Values { get; }

    public string Rows => $"SELECT {string.Join(", ", Cells().Concat(Places()))} FROM ({_inner}) AS s";

    public string Plan => $"EXPLAIN (VERBOSE) {_inner}";

    public static string Estimate(RemoteTable table) => $"EXPLAIN (FORMAT JSON) SELECT * FROM {NameOf(table)}";

    /// <param name="row">Where the reader stands.</param>
    /// <param name="index">The how manieth row of the page it is.</param>
    public RemoteRow Read(NpgsqlDataReader row, int index)
    {
        RemoteCell[] cells = [.. _table.Columns.Select((column, i) => new RemoteCell(column.Name, column.Kind, Text(row, i)))];
        var cursor = _order.HasKey
            ? new RemoteCursor(_order.Signature, [.. _order.Columns.Select((_, i) => Text(row, cells.Length + i))], 0)
            : new RemoteCursor(_order.Signature, null, (_after?.Number ?? 0) + index + 1);
        return new RemoteRow(cells, cursor);
    }

    private IEnumerable<string> Cells() => _table.Columns.Select(column => Text(column, RemoteCell.MostCharacters));

    /// <summary>What cursors are made of.</summary>
    private IEnumerable<string> Places() =>
        _order.HasKey ? _order.Columns.Select(column => Text(column, RemoteCursor.MostCharacters + 1)) : [];

    private static string Text(RemoteColumn column, int most) =>
        string.Create(CultureInfo.InvariantCulture, $"left(s.{RemoteFilter.Quote(column.Name)}::text, {most})");

    private static string? Text(NpgsqlDataReader row, int ordinal) => row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    private static string After(string word, string text) => text.Length > 0 ? word + text : "";

    private static string NameOf(RemoteTable table) => $"{RemoteSchema.Own.Local}.{RemoteFilter.Quote(table.Name)}";
}
