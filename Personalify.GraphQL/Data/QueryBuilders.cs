using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>Which properties the callers of a DataLoader ask for: a parameter of its method. GreenDonut's name.</summary>
public interface ISelectorBuilder
{
    /// <summary>Reads only some properties of a type, or <c>null</c> for all.</summary>
    Expression<Func<T, T>>? TryCompile<T>();
}

/// <summary>Which values the callers of a DataLoader ask for: a parameter of its method. GreenDonut's name.</summary>
public interface IPredicateBuilder
{
    /// <summary>Which values of a type, or <c>null</c> for all.</summary>
    Expression<Func<T, bool>>? TryCompile<T>();
}

/// <summary>Applies what the callers of a DataLoader asked for, piece by piece; <see cref="QueryContext{T}"/> holds all of it.</summary>
public static class QueryBuilderExtensions
{
    /// <summary>Only the properties that are asked for.</summary>
    public static IQueryable<T> Select<T>(this IQueryable<T> source, ISelectorBuilder selector) => source.With(new QueryContext<T>(selector.TryCompile<T>()));

    /// <summary>Only the properties that are asked for, and the key that the values are told apart by.</summary>
    public static IQueryable<T> Select<T, TKey>(this IQueryable<T> source, Expression<Func<T, TKey>> key, ISelectorBuilder selector) =>
        source.With(new QueryContext<T>(selector.TryCompile<T>()).Include(key));

    /// <summary>Only the values that are asked for.</summary>
    public static IQueryable<T> Where<T>(this IQueryable<T> source, IPredicateBuilder predicate) =>
        source.With(new QueryContext<T>(Predicate: predicate.TryCompile<T>()));
}
