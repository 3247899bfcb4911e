using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>
/// What a client asks of a list: which fields, which items, in which order. A resolver takes it as a parameter and hands it to
/// whoever reads the store, where <see cref="QueryableExtensions.With{T}"/> applies it. GreenDonut's vocabulary.
/// </summary>
/// <param name="Selector">Reads only the properties that the client asked for; <c>null</c> reads everything.</param>
/// <param name="Predicate">Which items; <c>null</c> for all.</param>
/// <param name="Sorting">In which order; <c>null</c> leaves it to the reader.</param>
public sealed record QueryContext<T>(
    Expression<Func<T, T>>? Selector = null, Expression<Func<T, bool>>? Predicate = null, SortDefinition<T>? Sorting = null) : IQueryContext
{
    /// <summary>Asks for everything.</summary>
    public static QueryContext<T> Empty { get; } = new();

    /// <summary>The same with a further condition, such as one that the client may not decide.</summary>
    public QueryContext<T> And(Expression<Func<T, bool>> predicate)
    {
        if (Predicate is null) return this with { Predicate = predicate };
        var item = Predicate.Parameters[0];
        return this with { Predicate = Expression.Lambda<Func<T, bool>>(Expression.AndAlso(Predicate.Body, Expressions.Inline(predicate, item)), item) };
    }

    /// <summary>The same, reading a further property that the reader itself needs, such as the key that values are grouped by.</summary>
    public QueryContext<T> Include<TValue>(Expression<Func<T, TValue>> property)
    {
        if (Selector?.Body is not MemberInitExpression made) return this with { Selector = null };
        var member = ((MemberExpression)property.Body).Member;
        if (made.Bindings.Any(binding => binding.Member == member)) return this;
        var binding = Expression.Bind(member, Expressions.Inline(property, Selector.Parameters[0]));
        return this with { Selector = Selector.Update(made.Update(made.NewExpression, [.. made.Bindings, binding]), Selector.Parameters) };
    }

    /// <summary>Whether both ask for the same: expressions are compared by what they say.</summary>
    public bool Equals(QueryContext<T>? other) => other is not null && Fingerprint.Equals(other.Fingerprint) && Directions.SequenceEqual(other.Directions);

    /// <inheritdoc />
    public override int GetHashCode() => Fingerprint.GetHashCode();

    bool IQueryContext.IsProjected => Selector is not null;

    private QueryFingerprint Fingerprint => QueryFingerprint.Of([Selector, Predicate, .. SortKeys]);

    private IEnumerable<Expression> SortKeys => (Sorting?.Operations ?? []).Select(operation => operation.KeySelector);

    private IEnumerable<bool> Directions => (Sorting?.Operations ?? []).Select(operation => operation.IsAscending);
}

/// <summary>What is asked of a list of any type.</summary>
internal interface IQueryContext
{
    /// <summary>Whether items are read in part.</summary>
    bool IsProjected { get; }
}

/// <summary>Applies what a client asked for.</summary>
public static class QueryableExtensions
{
    /// <summary>
    /// The items, in the order and with the properties that are asked for. Items in memory have all their properties already, and stay
    /// as they are.
    /// </summary>
    /// <param name="source">The items.</param>
    /// <param name="query">What is asked for; <c>null</c> asks for everything.</param>
    /// <param name="modifySorting">Completes the order, such as with a default or a unique last entry.</param>
    public static IQueryable<T> With<T>(
        this IQueryable<T> source, QueryContext<T>? query, Func<SortDefinition<T>, SortDefinition<T>>? modifySorting = null)
    {
        var (selector, predicate, sorting) = query ?? QueryContext<T>.Empty;
        if (predicate is not null) source = source.Where(InMemory.Predicate(source, predicate));
        sorting = modifySorting is null ? sorting : modifySorting(sorting ?? SortDefinition<T>.Empty);
        source = source.OrderBy(sorting);
        return selector is null || InMemory.Holds(source) ? source : source.Select(selector);
    }
}
