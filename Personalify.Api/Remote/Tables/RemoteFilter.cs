using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Errors;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Remote.Tables;

/// <summary>
/// Writes conditions on the rows of one table: names are those of its columns, quoted, and values are parameters, which PostgreSQL reads by
/// the columns' types.
/// </summary>
internal sealed class RemoteFilter(RemoteTable table)
{
    public const int MostConditions = 50;
    public const int MostValues = 100;
    private const int MostLevels = 5;

    private readonly List<object> _values = [];
    private int _conditions;

    /// <summary>The parameters, in the order of their numbers.</summary>
    public object[] Values => [.. _values];

    /// <summary>A condition, or null when there is nothing to filter by.</summary>
    /// <exception cref="GraphQLException">The table has no such column, it cannot be compared, or the filter is too long.</exception>
    public string? Write(RemoteFilterInput filter, int level = 1)
    {
        if (level > MostLevels) throw Refused($"A filter may have {MostLevels} levels of and and or; this one has more.");
        List<string> all = [.. (filter.And ?? []).Select(part => Write(part, level + 1)).OfType<string>()];
        List<string> any = [.. (filter.Or ?? []).Select(part => Write(part, level + 1)).OfType<string>()];
        if (any.Count > 0) all.Add($"({string.Join(" OR ", any)})");
        all.AddRange(Own(filter));
        return all.Count == 0 ? null : $"({string.Join(" AND ", all)})";
    }

    /// <summary>The column as it stands in a statement.</summary>
    public static string Name(RemoteColumn column) => $"t.{Quote(column.Name)}";

    /// <summary>A parameter, as it stands in a statement.</summary>
    public string Add(string value)
    {
        _values.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = NpgsqlDbType.Unknown });
        return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    public static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static RemoteColumn Find(RemoteTable table, string name)
    {
        var column = table.Columns.FirstOrDefault(column => column.Name == name) ?? throw new GraphQLException(
            $"The table {table.Name} has no column '{name}'. It has: {string.Join(", ", table.Columns.Select(column => column.Name))}.",
            RemoteErrors.InvalidColumn);
        return column.IsComparable ? column : throw new GraphQLException(
            $"The column '{name}' is of type {column.Type}, whose values cannot be compared. Choose a column whose isComparable is true.",
            RemoteErrors.InvalidColumn);
    }

    private IEnumerable<string> Own(RemoteFilterInput filter)
    {
        (string Operator, string? Value)[] comparisons =
            [("=", filter.Eq), ("<>", filter.Neq), (">", filter.Gt), (">=", filter.Gte), ("<", filter.Lt), ("<=", filter.Lte)];
        (string Name, string? Pattern)[] patterns =
            [("contains", Pattern("%", filter.Contains)), ("startsWith", Pattern("", filter.StartsWith))];
        if (filter.Column is not { } name)
        {
            if (comparisons.Any(pair => pair.Value is not null) || patterns.Any(pair => pair.Pattern is not null)
                || filter is not { In: null, IsNull: null })
                throw Refused("The filter compares and names no column. Give its column.");
            return [];
        }

        var column = Find(table, name);
        if (patterns.FirstOrDefault(pair => pair.Pattern is not null) is { Name: { } like } && column.Kind != RemoteKind.Text)
            throw Refused($"{like} is for columns of text; '{name}' is of type {column.Type}. Compare it by eq, gt, gte, lt or lte.");
        return
        [
            .. comparisons.Where(pair =>
                pair.Value is not null).Select(pair => Condition($"{Name(column)} {pair.Operator} {Add(pair.Value!)}")),
            .. patterns.Where(pair => pair.Pattern is not null).Select(pair => Condition($"{Name(column)} LIKE {Add(pair.Pattern!)}")),
            .. In(column, filter.In),
            .. filter.IsNull is { } isNull ? [Condition($"{Name(column)} IS {(isNull ? "" : "NOT ")}NULL")] : Array.Empty<string>(),
        ];
    }

    private IEnumerable<string> In(RemoteColumn column, IReadOnlyList<string>? values)
    {
        if (values is null) return [];
        if (values.Count > MostValues) throw Refused($"in may have {MostValues} values; this one has {values.Count}.");
        return [Condition(values.Count == 0 ? "false" : $"{Name(column)} IN ({string.Join(", ", values.Select(Add))})")];
    }

    private string Condition(string text) => ++_conditions <= MostConditions
        ? text
        : throw Refused($"A filter may have {MostConditions} conditions; this one has more.");

    private static string? Pattern(string before, string? text) => text is null
        ? null
        : $"{before}{text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";

    private static GraphQLException Refused(string sentence) => new(sentence, ArgumentErrors.InvalidFilter);
}
