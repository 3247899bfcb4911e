using System.Linq.Expressions;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What the arguments of a field make of the list that its resolver returns.</summary>
internal abstract class DataPipeline
{
    public const string Where = "where";
    public const string Order = "order";

    public FilterInput? Filter { get; set; }

    public SortInput? Sort { get; set; }

    /// <summary>Whether the list is read in pages, which need an order that leaves nothing open.</summary>
    public bool IsPaged { get; set; }

    /// <summary>Whether only what is asked for is read.</summary>
    public bool Projects { get; set; }

    /// <summary>The list as the client asks for it, still to be read.</summary>
    public abstract object? Apply(object? list, IResolverContext context);

    /// <summary>The <see cref="QueryContext{T}"/> of a call.</summary>
    public abstract object Read(IResolverContext context);
}

/// <inheritdoc />
internal sealed class DataPipeline<T>(TypeSources sources) : DataPipeline
{
    private readonly FilterOptions _filtering = sources.Filtering ?? new FilterOptions();
    private readonly SortOptions _sorting = sources.Sorting ?? new SortOptions();

    public override object? Apply(object? list, IResolverContext context) => list switch
    {
        null => null,
        IQueryable<T> query => query.With(Query(context), sorting => NeedsOrder(query, sorting) ? sorting.AddUniqueKey() : sorting),
        IEnumerable<T> items when Query(context) is var query => query.Predicate is null && query.Sorting is null ? items : items.AsQueryable().With(query),
        _ => throw new InvalidOperationException(
            $"{context.ObjectType.Name}.{context.Field.Name} returned a {ClrTypes.Describe(list.GetType())}, which cannot be filtered or ordered: "
            + $"return an IQueryable<{typeof(T).Name}> or an IEnumerable<{typeof(T).Name}>."),
    };

    public override object Read(IResolverContext context) => Query(context);

    /// <summary>Pages of a store's rows need an order even when nobody asked for one; a list in memory has one.</summary>
    private bool NeedsOrder(IQueryable<T> query, SortDefinition<T> sorting) =>
        IsPaged && sorting.Operations.Count == 0 && !InMemory.Holds(query) && !KeysetOrder<T>.IsIn(query);

    private QueryContext<T> Query(IResolverContext context)
    {
        var sorting = Sorting(context);
        return new QueryContext<T>(Projects ? Projection.Selector<T>(context.Selection, sorting) : null, Predicate(context), sorting);
    }

    private Expression<Func<T, bool>>? Predicate(IResolverContext context)
    {
        if (Filter is null || context.ArgumentValue<object>(Where) is not { } given) return null;
        var item = Expression.Parameter(typeof(T), "item");
        var condition = Filter.Translate(given, new FilterTarget(item, false), new FilterScope(_filtering));
        return condition is null ? null : Expression.Lambda<Func<T, bool>>(condition, item);
    }

    private SortDefinition<T>? Sorting(IResolverContext context)
    {
        if (Sort is null || context.ArgumentValue<object?[]>(Order) is not { Length: > 0 } given) return null;
        if (given.Length > _sorting.MaxFields) throw TooManyFields(given.Length);
        var item = Expression.Parameter(typeof(T), "item");
        var keys = given.Select(entry => Sort.Translate(entry, item));
        var sorting = new SortDefinition<T>([.. keys.Select(key => new SortBy<T>(Expression.Lambda(key.Value, item), key.IsAscending))]);
        return IsPaged ? sorting.AddUniqueKey() : sorting;
    }

    private GraphQLException TooManyFields(int count) =>
        new($"The order has {count} entries where {_sorting.MaxFields} are allowed.", ErrorCodes.OrderTooComplex);
}
