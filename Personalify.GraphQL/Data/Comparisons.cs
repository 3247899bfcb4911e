using System.Linq.Expressions;
using System.Reflection;

namespace Personalify.GraphQL.Data;

/// <summary>
/// Comparisons of values of any type: by its operators, and where it has none by <c>Equals</c> and <c>CompareTo</c>, which Entity Framework
/// translates as well.
/// </summary>
internal static class Comparisons
{
    /// <summary>Whether values of a type come one after another.</summary>
    public static bool IsOrdered(Type type) =>
        typeof(IComparable).IsAssignableFrom(type) || typeof(IComparable<>).MakeGenericType(type).IsAssignableFrom(type);

    public static Expression Equal(Expression left, Expression right) => HasOperator("op_Equality", left.Type)
        ? Expression.Equal(left, right)
        : Expression.Call(typeof(object), nameof(Equals), null, Expression.Convert(left, typeof(object)), Expression.Convert(right, typeof(object)));

    /// <param name="comparison">One of the four that ask for an order.</param>
    /// <param name="left">A value that is not null.</param>
    /// <param name="right">What it is compared with, of the same type.</param>
    public static BinaryExpression Order(ExpressionType comparison, Expression left, Expression right) => HasOperator("op_GreaterThan", left.Type)
        ? Expression.MakeBinary(comparison, left, right)
        : Expression.MakeBinary(comparison, Compare(ValueOf(left), ValueOf(right)), Expression.Constant(0));

    private static MethodCallExpression Compare(Expression left, Expression right)
    {
        var method = left.Type.GetMethod(nameof(IComparable.CompareTo), [left.Type])
            ?? typeof(IComparable<>).MakeGenericType(left.Type).GetMethod(nameof(IComparable.CompareTo))!;
        if (method.DeclaringType!.IsAssignableFrom(left.Type)) return Expression.Call(left, method, right);
        return Expression.Call(left, typeof(IComparable).GetMethod(nameof(IComparable.CompareTo))!, Expression.Convert(right, typeof(object)));
    }

    private static Expression ValueOf(Expression value) => Nullable.GetUnderlyingType(value.Type) is null ? value : Expression.Property(value, nameof(Nullable<>.Value));

    private static bool HasOperator(string name, Type type)
    {
        var compared = Nullable.GetUnderlyingType(type) ?? type;
        return compared.IsPrimitive || compared.IsEnum
            || compared.GetMethod(name, BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy, [compared, compared]) is not null;
    }
}
