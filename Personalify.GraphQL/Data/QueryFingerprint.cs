using System.Collections;
using System.Linq.Expressions;
using System.Reflection;

namespace Personalify.GraphQL.Data;

/// <summary>
/// What an expression says, to compare: two that were made by two calls are equal when they read the same members, call the same
/// methods and hold equal values. A value that cannot be compared is equal to itself only.
/// </summary>
internal sealed class QueryFingerprint : ExpressionVisitor, IEquatable<QueryFingerprint>
{
    private readonly List<object?> _parts = [];
    private readonly List<ParameterExpression> _parameters = [];

    private QueryFingerprint()
    {
    }

    public static QueryFingerprint Of(params ReadOnlySpan<Expression?> expressions)
    {
        var fingerprint = new QueryFingerprint();
        foreach (var expression in expressions) fingerprint.Visit(expression);
        return fingerprint;
    }

    public bool Equals(QueryFingerprint? other) => other is not null && _parts.SequenceEqual(other._parts);

    public override bool Equals(object? obj) => Equals(obj as QueryFingerprint);

    public override int GetHashCode() => _parts.Aggregate(0, HashCode.Combine);

    /// <summary>Each node is told with its kind and type, so that no two trees have the same parts in the same order.</summary>
    public override Expression? Visit(Expression? node)
    {
        _parts.Add(node?.NodeType);
        _parts.Add(node?.Type);
        return base.Visit(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        if (!_parameters.Contains(node)) _parameters.Add(node);
        _parts.Add(_parameters.IndexOf(node));
        return node;
    }

    protected override Expression VisitConstant(ConstantExpression node)
    {
        Add(node.Value);
        return node;
    }

    /// <summary>A field of a closure is the value that it holds.</summary>
    protected override Expression VisitMember(MemberExpression node)
    {
        _parts.Add(node.Member);
        if (node.Expression is not ConstantExpression { Value: { } closure }) return base.VisitMember(node);
        Add(node.Member is FieldInfo field ? field.GetValue(closure) : ((PropertyInfo)node.Member).GetValue(closure));
        return node;
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _parts.Add(node.Method);
        return base.VisitMethodCall(node);
    }

    protected override Expression VisitNew(NewExpression node)
    {
        _parts.Add(node.Constructor);
        return base.VisitNew(node);
    }

    protected override MemberBinding VisitMemberBinding(MemberBinding node)
    {
        _parts.Add(node.Member);
        return base.VisitMemberBinding(node);
    }

    private void Add(object? value)
    {
        if (value is not IList list)
        {
            _parts.Add(value);
            return;
        }

        _parts.Add(list.Count);
        foreach (var item in list) _parts.Add(item);
    }
}
