using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Distributed;

/// <summary>Which rows of which table the address asks for.</summary>
/// <param name="Table">The table; none is chosen without it.</param>
/// <param name="Column">The column that is compared; all rows without it.</param>
/// <param name="Comparison">How, by its key in the address.</param>
/// <param name="Value">With what.</param>
/// <param name="OrderBy">The column of the order; that of the primary key without it.</param>
/// <param name="IsDescending">Whether the greatest come first.</param>
/// <param name="IsPlanned">Whether the plan is shown, too.</param>
public sealed record RowsQuery(
    string Table, string Column, string Comparison, string Value, string OrderBy, bool IsDescending, bool IsPlanned)
{
    public const string Path = "/distributed";
    private const string Ascending = "asc";
    private const string Descending = "desc";

    /// <summary>How a column can be compared, by what the address says.</summary>
    public static readonly IReadOnlyDictionary<string, Func<RemoteFilter, string, RemoteFilter>> Comparisons =
        new Dictionary<string, Func<RemoteFilter, string, RemoteFilter>>
        {
            ["eq"] = (filter, value) => filter with { Eq = value },
            ["neq"] = (filter, value) => filter with { Neq = value },
            ["gt"] = (filter, value) => filter with { Gt = value },
            ["gte"] = (filter, value) => filter with { Gte = value },
            ["lt"] = (filter, value) => filter with { Lt = value },
            ["lte"] = (filter, value) => filter with { Lte = value },
            ["contains"] = (filter, value) => filter with { Contains = value },
            ["starts"] = (filter, value) => filter with { StartsWith = value },
            ["null"] = (filter, _) => filter with { IsNull = true },
            ["some"] = (filter, _) => filter with { IsNull = false },
        };

    private static readonly Dictionary<string, bool> Directions = new() { [Ascending] = false, [Descending] = true };
    private static readonly Dictionary<string, string> Keys = Comparisons.Keys.ToDictionary(key => key);

    public bool IsChosen => Table.Length > 0;

    /// <exception cref="AddressException">A value of the address is none of those that can stand there.</exception>
    public static RowsQuery Read(IQueryCollection query) => new(
        $"{query["table"]}", $"{query["column"]}", AddressText.OneOf(query, "is", Keys, "eq"), $"{query["value"]}", $"{query["order"]}",
        AddressText.OneOf(query, "direction", Directions, false), $"{query["plan"]}".Length > 0);

    public DistributedVariables Variables(string? tables, string? after) => new(
        tables, Table, IsChosen, IsChosen && IsPlanned,
        Column.Length == 0 ? null : Comparisons[Comparison](new RemoteFilter(Column), Value),
        OrderBy.Length == 0 ? null : [new RemoteOrder(OrderBy, IsDescending)], after);

    /// <summary>The address of these rows, from the first one or after another.</summary>
    public string Link(string? after = null)
    {
        (string Key, string Value)[] parts =
        [
            ("table", Table), ("column", Column), ("is", Column.Length == 0 ? "" : Comparison), ("value", Column.Length == 0 ? "" : Value),
            ("order", OrderBy), ("direction", IsDescending ? Descending : ""), ("plan", IsPlanned ? "1" : ""), ("after", after ?? ""),
        ];
        return Path + QueryString.Create(
            parts.Where(part => part.Value.Length > 0).Select(part => KeyValuePair.Create<string, string?>(part.Key, part.Value)))
            + "#rows";
    }

    /// <summary>The first rows of a table.</summary>
    public static string Link(string table, bool isPlanned = false) =>
        new RowsQuery(table, "", "eq", "", "", false, isPlanned).Link();
}
