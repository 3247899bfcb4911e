using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>Puts queries in order.</summary>
public static class SortQueryableExtensions
{
    /// <summary>The items in an order; an empty one changes nothing. In memory, what is not there comes first.</summary>
    public static IQueryable<T> OrderBy<T>(this IQueryable<T> source, SortDefinition<T>? sorting)
    {
        var ordered = source;
        foreach (var (keySelector, isAscending) in sorting?.Operations ?? [])
        {
            var isFirst = ordered == source;
            ordered = Append(ordered, InMemory.Key(source, keySelector), isFirst, isAscending);
        }

        return ordered;
    }

    private static IQueryable<T> Append<T>(IQueryable<T> source, LambdaExpression key, bool isFirst, bool isAscending)
    {
        var method = (isFirst, isAscending) switch
        {
            (true, true) => nameof(Queryable.OrderBy),
            (true, false) => nameof(Queryable.OrderByDescending),
            (false, true) => nameof(Queryable.ThenBy),
            _ => nameof(Queryable.ThenByDescending),
        };
        return source.Provider.CreateQuery<T>(
            Expression.Call(typeof(Queryable), method, [typeof(T), key.ReturnType], source.Expression, Expression.Quote(key)));
    }
}
