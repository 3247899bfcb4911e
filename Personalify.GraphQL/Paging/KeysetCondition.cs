using System.Linq.Expressions;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL;

/// <summary>Compares an item's keys with those of a cursor, one after the other, in expressions that a store can translate.</summary>
internal static class KeysetCondition
{
    /// <summary>Whether an item stands behind a place, or before it.</summary>
    public static Expression<Func<T, bool>> Beyond<T>(IReadOnlyList<CursorKey> keys, object?[] values, bool isAfter)
    {
        var item = Expression.Parameter(typeof(T), "item");
        Expression beyond = Expression.Constant(false);
        for (var i = keys.Count - 1; i >= 0; i--)
        {
            var key = Expressions.Inline(keys[i].Selector, item);
            var isGreater = isAfter != keys[i].IsDescending;
            beyond = Either(OneBeyond(key, values[i], isGreater, keys[i].MayBeNull), Both(EqualTo(key, values[i]), beyond));
        }

        return Expression.Lambda<Func<T, bool>>(beyond, item);
    }

    /// <summary>1 for null, which comes last, and 0 for a value.</summary>
    public static LambdaExpression NullRank(CursorKey key)
    {
        var item = key.Selector.Parameters[0];
        var isNull = Expression.Equal(key.Selector.Body, Expressions.Null(key.Selector.Body));
        return Expression.Lambda(Expression.Condition(isNull, Expression.Constant(1), Expression.Constant(0)), item);
    }

    private static Expression OneBeyond(Expression key, object? value, bool isGreater, bool mayBeNull)
    {
        if (value is null) return isGreater ? Expression.Constant(false) : Expression.NotEqual(key, Expressions.Null(key));
        var compared = Compared(key, Expressions.Captured(value, key.Type), isGreater);
        if (!mayBeNull) return compared;
        return isGreater
            ? Expression.OrElse(compared, Expression.Equal(key, Expressions.Null(key)))
            : Expression.AndAlso(Expression.NotEqual(key, Expressions.Null(key)), compared);
    }

    private static BinaryExpression EqualTo(Expression key, object? value) =>
        Expression.Equal(key, value is null ? Expressions.Null(key) : Expressions.Captured(value, key.Type));

    private static BinaryExpression Compared(Expression key, Expression value, bool isGreater)
    {
        var type = Nullable.GetUnderlyingType(key.Type) ?? key.Type;
        if (type == typeof(string))
            (key, value) = (Expression.Call(typeof(string), nameof(string.Compare), null, key, value), Expression.Constant(0));
        else if (type == typeof(bool)) (key, value) = (Number(key), Number(value));
        else if (type.IsEnum) (key, value) = (Underlying(key, type), Underlying(value, type));
        return isGreater ? Expression.GreaterThan(key, value) : Expression.LessThan(key, value);
    }

    private static ConditionalExpression Number(Expression flag) =>
        Expression.Condition(Expression.Equal(flag, Expression.Constant(true, flag.Type)), Expression.Constant(1), Expression.Constant(0));

    private static UnaryExpression Underlying(Expression value, Type type)
    {
        var number = Enum.GetUnderlyingType(type);
        return Expression.Convert(value, value.Type == type ? number : typeof(Nullable<>).MakeGenericType(number));
    }

    private static Expression Both(Expression left, Expression right) =>
        right is ConstantExpression { Value: false } ? right : Expression.AndAlso(left, right);

    private static Expression Either(Expression left, Expression right)
    {
        if (right is ConstantExpression { Value: false }) return left;
        return left is ConstantExpression { Value: false } ? right : Expression.OrElse(left, right);
    }
}
