using System.Linq.Expressions;

namespace Personalify.GraphQL;

/// <summary>The order of a query, read from its expression: what stands before and behind an item in it.</summary>
internal sealed class KeysetOrder<T>
{
    private readonly IReadOnlyList<CursorKey> _keys;

    private KeysetOrder(IReadOnlyList<CursorKey> keys) => _keys = keys;

    /// <summary>The order of a query.</summary>
    /// <exception cref="InvalidOperationException">The query has none, or one that its items do not tell.</exception>
    public static KeysetOrder<T> Of(IQueryable<T> source)
    {
        var keys = new List<CursorKey>();
        for (var node = source.Expression; node is MethodCallExpression { Arguments.Count: > 0 } call; node = call.Arguments[0])
        {
            if (call.Method.DeclaringType != typeof(Queryable) || !call.Method.Name.Contains("By", StringComparison.Ordinal)) continue;
            if (call.Method.Name is not ("OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending")) break;
            keys.Insert(0, Key(call));
            if (call.Method.Name.StartsWith("OrderBy", StringComparison.Ordinal)) return new KeysetOrder<T>(keys);
        }

        throw new InvalidOperationException(
            $"A query of {typeof(T).Name} is read in pages but has no order: end it with OrderBy and ThenBy, the last by a unique key such as the id.");
    }

    /// <summary>Whether a query says in which order its items stand.</summary>
    public static bool IsIn(IQueryable<T> source) => source.Expression.Type.GetInterfaces().Prepend(source.Expression.Type)
        .Any(type => type == typeof(IOrderedQueryable<T>)) && source.Expression is MethodCallExpression;

    public string CursorOf(T item) => Cursor.Format(_keys.Select(key => key.Read(item!)));

    /// <summary>What stands between two cursors, either of which may be missing.</summary>
    public IQueryable<T> Between(IQueryable<T> source, string? after, string? before)
    {
        if (after is not null) source = source.Where(KeysetCondition.Beyond<T>(_keys, Parse(after, nameof(after)), isAfter: true));
        return before is null ? source : source.Where(KeysetCondition.Beyond<T>(_keys, Parse(before, nameof(before)), isAfter: false));
    }

    /// <summary>The query in its order, or backward. The store's own opinion of null is replaced by ours.</summary>
    public IQueryable<T> Apply(IQueryable<T> source, bool isForward)
    {
        if (isForward && _keys.All(key => !key.MayBeNull)) return source;
        var isFirst = true;
        foreach (var key in _keys)
        {
            if (key.MayBeNull) source = Order(source, KeysetCondition.NullRank(key), key.IsDescending == isForward, ref isFirst);
            source = Order(source, key.Selector, key.IsDescending == isForward, ref isFirst);
        }

        return source;
    }

    /// <summary>A sequence in the order, or backward, as part of an expression.</summary>
    public Expression Apply(Expression sequence, bool isForward)
    {
        var isFirst = true;
        foreach (var key in _keys)
        {
            if (key.MayBeNull) sequence = Order(typeof(Enumerable), sequence, KeysetCondition.NullRank(key), key.IsDescending == isForward, ref isFirst);
            sequence = Order(typeof(Enumerable), sequence, key.Selector, key.IsDescending == isForward, ref isFirst);
        }

        return sequence;
    }

    /// <summary>The query without its order, for those who put parts of it in order.</summary>
    public static IQueryable<T> Without(IQueryable<T> source) => source.Provider.CreateQuery<T>(Unordered(source.Expression));

    private static Expression Unordered(Expression query)
    {
        if (query is not MethodCallExpression { Arguments.Count: > 0 } call || call.Method.DeclaringType != typeof(Queryable)) return query;
        var inner = Unordered(call.Arguments[0]);
        if (call.Method.Name is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending") return inner;
        return call.Update(null, call.Arguments.Skip(1).Prepend(inner));
    }

    private static IQueryable<T> Order(IQueryable<T> source, LambdaExpression key, bool isDescending, ref bool isFirst)
    {
        return source.Provider.CreateQuery<T>(Order(typeof(Queryable), source.Expression, key, isDescending, ref isFirst));
    }

    private static MethodCallExpression Order(Type methods, Expression source, LambdaExpression key, bool isDescending, ref bool isFirst)
    {
        var method = (isFirst ? "OrderBy" : "ThenBy") + (isDescending ? "Descending" : "");
        isFirst = false;
        return Expression.Call(methods, method, [typeof(T), key.ReturnType], source, methods == typeof(Queryable) ? Expression.Quote(key) : key);
    }

    private object?[] Parse(string cursor, string argument) => Cursor.Parse(cursor, argument, [.. _keys.Select(key => (key.Type, key.MayBeNull))]);

    private static CursorKey Key(MethodCallExpression call)
    {
        var selector = call.Arguments[1] is UnaryExpression quote ? quote.Operand : call.Arguments[1];
        if (call.Arguments.Count == 2 && selector is LambdaExpression { Parameters: [var item] } lambda && item.Type.IsAssignableFrom(typeof(T)))
            return new CursorKey(lambda, call.Method.Name.EndsWith("Descending", StringComparison.Ordinal));
        throw new InvalidOperationException(
            $"A query of {typeof(T).Name} is read in pages but ordered by something that its items do not tell: call {call.Method.Name} after Select, and without a comparer.");
    }
}
