using System.ComponentModel.DataAnnotations;
using System.Linq.Expressions;
using System.Reflection;

namespace Personalify.GraphQL.Data;

/// <summary>
/// The property that tells items of a type apart, by EF Core's custom: marked with <see cref="KeyAttribute"/>, or named <c>Id</c> or
/// after the type.
/// </summary>
internal static class UniqueKey
{
    /// <summary>Whether a property is, alone or with others, the key of its type.</summary>
    public static bool IsKey(PropertyInfo property, Type type) => KeysOf(type).Contains(property.Name);

    /// <summary>What reads the key, most significant part first; empty when nothing says what the key is.</summary>
    public static IReadOnlyList<LambdaExpression> Of(Type type)
    {
        var item = Expression.Parameter(type, "item");
        return [.. KeysOf(type).Select(name => Expression.Lambda(Expression.Property(item, name), item))];
    }

    private static List<string> KeysOf(Type type)
    {
        var properties = type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
        var marked = properties.Where(property => property.IsDefined(typeof(KeyAttribute))).Select(property => property.Name).ToList();
        if (marked.Count > 0) return marked;
        var named = properties.FirstOrDefault(property => property.Name == "Id") ?? properties.FirstOrDefault(property => property.Name == type.Name + "Id");
        return named is null ? [] : [named.Name];
    }
}
