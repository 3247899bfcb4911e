using System.Linq.Expressions;

namespace Personalify.GraphQL.Data;

/// <summary>
/// Makes expressions over items in memory mean what they mean in a database: texts are compared by their characters, not by a
/// culture, and what is read from nothing is null. Expressions for other providers stay as they are.
/// </summary>
internal static class InMemory
{
    private static readonly ExpressionVisitor Ordinal = new OrdinalText();
    private static readonly ExpressionVisitor NullSafe = new NullSafePath();

    public static Expression<Func<T, bool>> Predicate<T>(IQueryable source, Expression<Func<T, bool>> predicate) =>
        Holds(source) ? (Expression<Func<T, bool>>)Ordinal.Visit(predicate) : predicate;

    public static LambdaExpression Key(IQueryable source, LambdaExpression key) =>
        Holds(source) ? Expression.Lambda(NullSafe.Visit(key.Body), key.Parameters) : key;

    public static bool Holds(IQueryable source) => source.Provider is EnumerableQuery;

    private sealed class OrdinalText : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var isCultural = node.Object?.Type == typeof(string) && node.Arguments.Count == 1
                && node.Method.Name is nameof(string.StartsWith) or nameof(string.EndsWith);
            if (!isCultural || node.Arguments[0].Type != typeof(string)) return base.VisitMethodCall(node);
            return Expression.Call(Visit(node.Object)!, node.Method.Name, null, Visit(node.Arguments[0]), Expression.Constant(StringComparison.Ordinal));
        }
    }

    private sealed class NullSafePath : ExpressionVisitor
    {
        protected override Expression VisitMember(MemberExpression node)
        {
            if (node.Expression is not MemberExpression { Type.IsValueType: false }) return base.VisitMember(node);
            var owner = Visit(node.Expression);
            var type = node.Type.IsValueType && Nullable.GetUnderlyingType(node.Type) is null ? typeof(Nullable<>).MakeGenericType(node.Type) : node.Type;
            var value = Expression.Convert(Expression.MakeMemberAccess(owner, node.Member), type);
            return Expression.Condition(Expression.Equal(owner, Expressions.Null(owner)), Expression.Constant(null, type), value);
        }
    }
}
