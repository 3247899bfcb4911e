namespace Personalify.GraphQL;

/// <summary>Pages of a list that is in memory, by the number of an item in it.</summary>
internal static class IndexPage
{
    /// <exception cref="Errors.GraphQLException">A cursor is not of this list.</exception>
    public static Connection<T> Of<T>(IReadOnlyList<T> items, PagingArguments arguments)
    {
        var from = arguments.After is null ? 0 : Math.Clamp(Index(arguments.After, "after") + 1L, 0, items.Count);
        var to = arguments.Before is null ? items.Count : Math.Clamp(Index(arguments.Before, "before"), from, items.Count);
        var (start, end) = arguments.Last is { } last ? (Math.Max(from, to - last), to) : (from, Math.Min(to, from + arguments.First!.Value));
        var edges = new List<Edge<T>>();
        for (var i = (int)start; i < end; i++) edges.Add(new Edge<T>(items[i], Cursor.Format([i])));
        var info = new ConnectionPageInfo(end < items.Count, start > 0, edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<T>(edges, info) { CountAsync = _ => new ValueTask<int>(items.Count) };
    }

    private static int Index(string cursor, string argument) => (int)Cursor.Parse(cursor, argument, [(typeof(int), false)])[0]!;
}
