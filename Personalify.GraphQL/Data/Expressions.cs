using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>Small pieces that expressions over items are put together from.</summary>
internal static class Expressions
{
    /// <summary>The body of a lambda, said of something else than its parameter.</summary>
    public static Expression Inline(LambdaExpression lambda, Expression argument) => new Replacement(lambda.Parameters[0], argument).Visit(lambda.Body);

    /// <summary>
    /// A value as a closure of C# would hold it: a provider makes it a parameter of its statement, never a part of the text.
    /// </summary>
    public static Expression Captured(object? value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value)!;
        return Expression.Property(Expression.Constant(holder), nameof(Holder<>.Value));
    }

    /// <summary>Both conditions; one that is missing asks for nothing.</summary>
    public static Expression? And(Expression? one, Expression? other) => one is null ? other : other is null ? one : Expression.AndAlso(one, other);

    /// <summary>The condition together with the question whether there is a value at all; a null meets no condition.</summary>
    public static Expression Guarded(Expression target, bool isNullable, Expression condition) =>
        isNullable ? Expression.AndAlso(Expression.NotEqual(target, Null(target)), condition) : condition;

    public static Expression Null(Expression target) => Expression.Constant(null, target.Type);

    private sealed class Holder<T>(T value)
    {
        public T Value { get; } = value;
    }

    private sealed class Replacement(ParameterExpression parameter, Expression argument) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? argument : base.VisitParameter(node);
    }
}
