using System.Linq.Expressions;
using System.Reflection;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL;

/// <summary>A key that a query is ordered by.</summary>
internal sealed class CursorKey
{
    private readonly Lazy<Func<object, object?>> _read;

    public CursorKey(LambdaExpression selector, bool isDescending)
    {
        (Selector, IsDescending) = (selector, isDescending);
        MayBeNull = IsNullable(selector);
        _read = new Lazy<Func<object, object?>>(() => Reader(selector));
    }

    public LambdaExpression Selector { get; }

    public bool IsDescending { get; }

    /// <summary>Whether items may have no value there, so that the order has to say where these stand.</summary>
    public bool MayBeNull { get; }

    public Type Type => Selector.ReturnType;

    public object? Read(object item) => _read.Value(item);

    /// <summary>Only a property whose declaration says so is never null; anything else costs the store a look at null.</summary>
    private static bool IsNullable(LambdaExpression selector)
    {
        if (selector.ReturnType.IsValueType) return Nullable.GetUnderlyingType(selector.ReturnType) is not null;
        return selector.Body is not MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression }
            || new NullabilityInfoContext().Create(property).ReadState != NullabilityState.NotNull;
    }

    private static Func<object, object?> Reader(LambdaExpression selector)
    {
        if (selector.Body is MemberExpression { Member: PropertyInfo property, Expression: ParameterExpression }) return property.GetValue;
        var item = Expression.Parameter(typeof(object), "item");
        var body = Expressions.Inline(selector, Expression.Convert(item, selector.Parameters[0].Type));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(body, typeof(object)), item).Compile(preferInterpretation: true);
    }
}
