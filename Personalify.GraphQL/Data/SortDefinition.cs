using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>One entry of an order: by what, and which way.</summary>
/// <param name="KeySelector">What of an item decides.</param>
/// <param name="IsAscending">Whether small comes first.</param>
public sealed record SortBy<T>(LambdaExpression KeySelector, bool IsAscending)
{
    /// <summary>Small first.</summary>
    public static SortBy<T> Ascending<TKey>(Expression<Func<T, TKey>> keySelector) => new(keySelector, true);

    /// <summary>Great first.</summary>
    public static SortBy<T> Descending<TKey>(Expression<Func<T, TKey>> keySelector) => new(keySelector, false);
}

/// <summary>An order of items, most significant entry first. GreenDonut's vocabulary. Where nulls stand is the store's custom.</summary>
/// <param name="Operations">The entries; none leaves the order to whoever reads.</param>
public sealed record SortDefinition<T>(params IReadOnlyList<SortBy<T>> Operations)
{
    /// <summary>No order.</summary>
    public static SortDefinition<T> Empty { get; } = new([]);

    /// <summary>One more entry, small first.</summary>
    public SortDefinition<T> AddAscending<TKey>(Expression<Func<T, TKey>> keySelector) => new([.. Operations, SortBy<T>.Ascending(keySelector)]);

    /// <summary>One more entry, great first.</summary>
    public SortDefinition<T> AddDescending<TKey>(Expression<Func<T, TKey>> keySelector) => new([.. Operations, SortBy<T>.Descending(keySelector)]);

    /// <summary>
    /// The same with the unique key of <typeparamref name="T"/> as its last entries, so that items which are equal in everything before
    /// have one order and a page never repeats or leaves out one. The key is what <c>[Key]</c> marks, or <c>Id</c>, or <c>TId</c>.
    /// </summary>
    public SortDefinition<T> AddUniqueKey()
    {
        var missing = UniqueKey.Of(typeof(T)).Where(key => !Operations.Any(known => Reads(known.KeySelector, key)));
        return new([.. Operations, .. missing.Select(key => new SortBy<T>(key, true))]);
    }

    /// <summary>What to order by where nobody asked for an order.</summary>
    public SortDefinition<T> IfEmpty(Func<SortDefinition<T>, SortDefinition<T>> fallback) => Operations.Count == 0 ? fallback(this) : this;

    private static bool Reads(LambdaExpression one, LambdaExpression key) =>
        one.Body is MemberExpression { Expression: ParameterExpression } read && read.Member == ((MemberExpression)key.Body).Member;
}
