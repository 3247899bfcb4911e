using System.Linq.Expressions;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.DataLoading;

/// <summary>
/// What the callers of a batch told it beyond their keys. Callers who told the same share batches and values; see
/// <see cref="IDataLoader{TKey, TValue}.SetState"/>. GreenDonut's vocabulary.
/// </summary>
public sealed class DataLoaderFetchContext : IEquatable<DataLoaderFetchContext>, ISelectorBuilder, IPredicateBuilder
{
    private readonly SortedDictionary<string, object?> _state;

    private DataLoaderFetchContext(SortedDictionary<string, object?> state) => _state = state;

    /// <summary>Nothing but the keys.</summary>
    public static DataLoaderFetchContext Empty { get; } = new(new(StringComparer.Ordinal));

    /// <summary>A value by its name, or default when nobody set it.</summary>
    /// <exception cref="InvalidCastException">It was set as another type.</exception>
    public T? GetState<T>(string key) => _state.TryGetValue(key, out var value) ? (T?)value : default;

    /// <summary>A value by its name.</summary>
    /// <exception cref="KeyNotFoundException">Nobody set it.</exception>
    public T GetRequiredState<T>(string key) => _state.TryGetValue(key, out var value)
        ? (T)value!
        : throw new KeyNotFoundException($"The loader needs the state \"{key}\": load through loader.SetState(\"{key}\", …).");

    /// <summary>Which page of each key's values is asked for.</summary>
    /// <exception cref="KeyNotFoundException">Nobody said <c>With(PagingArguments)</c>.</exception>
    public PagingArguments GetPagingArguments() => GetRequiredState<PagingArguments>(nameof(PagingArguments));

    /// <summary>Which values, which of their properties, in which order; everything when nobody said.</summary>
    public QueryContext<T> GetQueryContext<T>() => GetState<QueryContext<T>>(QueryKey<T>()) ?? QueryContext<T>.Empty;

    /// <summary>Reads only some properties, or <c>null</c> for all.</summary>
    public Expression<Func<T, T>>? GetSelector<T>() => GetQueryContext<T>().Selector;

    /// <summary>Which values, or <c>null</c> for all.</summary>
    public Expression<Func<T, bool>>? GetPredicate<T>() => GetQueryContext<T>().Predicate;

    Expression<Func<T, T>>? ISelectorBuilder.TryCompile<T>() => GetSelector<T>();

    Expression<Func<T, bool>>? IPredicateBuilder.TryCompile<T>() => GetPredicate<T>();

    /// <summary>In which order, or <c>null</c> when nobody said.</summary>
    public SortDefinition<T>? GetSorting<T>() => GetQueryContext<T>().Sorting;

    /// <summary>Whether it says no more than which values, or which page of them, in which order: what each of them is like depends on nothing.</summary>
    internal bool ReadsWholeValues => _state.Values.All(value => value is PagingArguments or IQueryContext { IsProjected: false });

    /// <inheritdoc />
    public bool Equals(DataLoaderFetchContext? other) => other is not null && _state.SequenceEqual(other._state);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as DataLoaderFetchContext);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (key, value) in _state)
        {
            hash.Add(key, StringComparer.Ordinal);
            hash.Add(value);
        }

        return hash.ToHashCode();
    }

    internal static string QueryKey<T>() => $"{nameof(QueryContext<T>)} {typeof(T).FullName}";

    internal DataLoaderFetchContext With(string key, object? value) => new(new(_state, StringComparer.Ordinal) { [key] = value });
}
