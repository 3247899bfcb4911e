using Personalify.Api.Errors;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>
/// An order in which every row has one place: what was asked for, then the primary key. A table without one is ordered by everything that
/// can be compared, and its places are counted, because rows may be alike.
/// </summary>
internal sealed class RemoteOrder
{
    private const int MostColumns = 5;

    private readonly IReadOnlyList<(RemoteColumn Column, bool Descending)> _parts;

    /// <exception cref="GraphQLException">The table has no such column, or it cannot be compared.</exception>
    public RemoteOrder(RemoteTable table, IReadOnlyList<RemoteOrderInput> wanted)
    {
        if (wanted.Count > MostColumns)
            throw new GraphQLException($"orderBy may have {MostColumns} columns; this one has {wanted.Count}.", ArgumentErrors.InvalidSize);
        var key = table.Columns.Where(column => column.IsComparable && table.Key.Contains(column.Name)).ToList();
        HasKey = key.Count > 0 && key.Count == table.Key.Count;
        _parts = [.. wanted.Select(part => (RemoteFilter.Find(table, part.Column), part.Descending))
            .Concat((HasKey ? key : table.Columns.Where(column => column.IsComparable)).Select(column => (column, false)))
            .DistinctBy(part => part.Item1.Name)];
    }

    /// <summary>Whether rows can be told apart, so that a page goes on from a row.</summary>
    public bool HasKey { get; }

    public IEnumerable<RemoteColumn> Columns => _parts.Select(part => part.Column);

    /// <summary>Names the order, so that a cursor of another one is recognised.</summary>
    public string Signature => string.Join(',', _parts.Select(part => (part.Descending ? "-" : "+") + part.Column.Name));

    public string Write() =>
        string.Join(", ", _parts.Select(part => RemoteFilter.Name(part.Column) + (part.Descending ? " DESC" : "")));

    /// <summary>The condition of rows after one with these values. Its first part is what an index on the first column can use.</summary>
    public string After(RemoteFilter filter, IReadOnlyList<string?> values)
    {
        var after = "";
        for (var i = _parts.Count - 1; i >= 0; i--)
        {
            var greater = Greater(filter, _parts[i], values[i]);
            after = after.Length == 0 ? greater : $"({greater} OR ({Equal(filter, _parts[i].Column, values[i])} AND {after}))";
        }

        return AtLeast(filter, _parts[0], values[0]) is { } bound ? $"({bound} AND {after})" : after;
    }

    private static string Equal(RemoteFilter filter, RemoteColumn column, string? value) =>
        value is null ? $"{RemoteFilter.Name(column)} IS NULL" : $"{RemoteFilter.Name(column)} = {filter.Add(value)}";

    /// <summary>Rows without a value are the greatest, as PostgreSQL orders them.</summary>
    private static string Greater(RemoteFilter filter, (RemoteColumn Column, bool Descending) part, string? value)
    {
        var name = RemoteFilter.Name(part.Column);
        if (part.Descending) return value is null ? $"{name} IS NOT NULL" : $"{name} < {filter.Add(value)}";
        if (value is null) return "false";
        return part.Column.IsNullable ? $"({name} > {filter.Add(value)} OR {name} IS NULL)" : $"{name} > {filter.Add(value)}";
    }

    private static string? AtLeast(RemoteFilter filter, (RemoteColumn Column, bool Descending) part, string? value)
    {
        if (value is null || (!part.Descending && part.Column.IsNullable)) return null;
        return $"{RemoteFilter.Name(part.Column)} {(part.Descending ? "<=" : ">=")} {filter.Add(value)}";
    }
}
