using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// Branches of a loader that read some properties, some values, in some order, or a page of them. The loader must look at its
/// <see cref="DataLoaderFetchContext"/>. GreenDonut's vocabulary. A loader of arrays is asked about their items.
/// </summary>
public static class DataLoaderExtensions
{
    /// <summary>Values as a client asks for them; <c>null</c> asks for everything.</summary>
    public static IDataLoader<TKey, T> With<TKey, T>(this IDataLoader<TKey, T> loader, QueryContext<T>? query)
        where TKey : notnull => Branch(loader, query);

    /// <inheritdoc cref="With{TKey, T}(IDataLoader{TKey, T}, QueryContext{T})" />
    [OverloadResolutionPriority(1)]
    public static IDataLoader<TKey, T[]> With<TKey, T>(this IDataLoader<TKey, T[]> loader, QueryContext<T>? query)
        where TKey : notnull => Branch(loader, query);

    /// <summary>A page of each key's values.</summary>
    public static IDataLoader<TKey, TValue> With<TKey, TValue>(this IDataLoader<TKey, TValue> loader, PagingArguments paging)
        where TKey : notnull => loader.SetState(nameof(PagingArguments), paging);

    /// <summary>Only the properties that the expression sets.</summary>
    public static IDataLoader<TKey, T> Select<TKey, T>(this IDataLoader<TKey, T> loader, Expression<Func<T, T>> selector)
        where TKey : notnull => Branch(loader, QueryOf<TKey, T, T>(loader) with { Selector = selector });

    /// <inheritdoc cref="Select{TKey, T}(IDataLoader{TKey, T}, Expression{Func{T, T}})" />
    [OverloadResolutionPriority(1)]
    public static IDataLoader<TKey, T[]> Select<TKey, T>(this IDataLoader<TKey, T[]> loader, Expression<Func<T, T>> selector)
        where TKey : notnull => Branch(loader, QueryOf<TKey, T[], T>(loader) with { Selector = selector });

    /// <summary>Only the values that meet the condition, and those before it.</summary>
    public static IDataLoader<TKey, T> Where<TKey, T>(this IDataLoader<TKey, T> loader, Expression<Func<T, bool>> predicate)
        where TKey : notnull => Branch(loader, QueryOf<TKey, T, T>(loader).And(predicate));

    /// <inheritdoc cref="Where{TKey, T}(IDataLoader{TKey, T}, Expression{Func{T, bool}})" />
    [OverloadResolutionPriority(1)]
    public static IDataLoader<TKey, T[]> Where<TKey, T>(this IDataLoader<TKey, T[]> loader, Expression<Func<T, bool>> predicate)
        where TKey : notnull => Branch(loader, QueryOf<TKey, T[], T>(loader).And(predicate));

    /// <summary>The values of each key in an order.</summary>
    [OverloadResolutionPriority(1)]
    public static IDataLoader<TKey, T[]> OrderBy<TKey, T>(this IDataLoader<TKey, T[]> loader, SortDefinition<T>? sorting)
        where TKey : notnull => Branch(loader, QueryOf<TKey, T[], T>(loader) with { Sorting = sorting });

    /// <summary>The values of several keys that must all exist, in their order. One wait, however many keys.</summary>
    /// <exception cref="KeyNotFoundException">One has no value.</exception>
    public static Task<IReadOnlyList<TValue>> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> loader, IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
        where TKey : notnull => loader is DataLoaderBase<TKey, TValue> known
            ? known.LoadAsync(keys, isRequired: true, cancellationToken)!
            : LoadEachAsync(loader, keys, cancellationToken);

    private static async Task<IReadOnlyList<TValue>> LoadEachAsync<TKey, TValue>(
        IDataLoader<TKey, TValue> loader, IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken)
        where TKey : notnull => await Task.WhenAll(keys.Select(key => loader.LoadRequiredAsync(key, cancellationToken))).ConfigureAwait(false);

    private static QueryContext<T> QueryOf<TKey, TValue, T>(IDataLoader<TKey, TValue> loader)
        where TKey : notnull => loader.Context.GetQueryContext<T>();

    private static IDataLoader<TKey, TValue> Branch<TKey, TValue, T>(IDataLoader<TKey, TValue> loader, QueryContext<T>? query)
        where TKey : notnull => query is null ? loader : loader.SetState(DataLoaderFetchContext.QueryKey<T>(), query);
}
