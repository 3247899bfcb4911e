using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>By which column a table is sorted, as its address says it: <c>sort=rows</c>, or <c>sort=-rows</c> from the most down.</summary>
public sealed record TableSort(string? Key, bool IsDescending)
{
    public const string Name = "sort";
    private static readonly Texts Text = Texts.Of(typeof(AddressText));

    public static TableSort None { get; } = new(null, false);

    /// <exception cref="AddressException">The table has no such column.</exception>
    public static TableSort Read(IQueryCollection query, IReadOnlyCollection<string> columns)
    {
        var text = $"{query[Name]}";
        if (text.Length == 0) return None;
        var key = text.TrimStart('-');
        return columns.Contains(key)
            ? new(key, text[0] == '-')
            : throw AddressException.Of(Name, text, Text["It can be {0}.", string.Join(", ", columns)]);
    }

    /// <summary>Where the head of a column leads: at first to numbers from the most down and names from A on, then back.</summary>
    public string Link(string column, bool isNumber) => $"?{Name}={(IsNextDescending(column, isNumber) ? "-" : "")}{column}";

    public string? AriaOf(string column) => column != Key ? null : IsDescending ? "descending" : "ascending";

    public IEnumerable<T> Apply<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, IComparer<TKey>? comparer = null) =>
        IsDescending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);

    private bool IsNextDescending(string column, bool isNumber) => column == Key ? !IsDescending : isNumber;
}
