using System.Linq.Expressions;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>What a filter looks at: an item or something of it, and whether that may be null.</summary>
internal readonly record struct FilterTarget(Expression Value, bool IsNullable)
{
    public Expression Guard(Expression condition) => Expressions.Guarded(Value, IsNullable, condition);
}

/// <summary>A given value of a filter's field as a condition on the target, or <c>null</c> when it restricts nothing.</summary>
internal delegate Expression? FilterTranslation(object? given, FilterTarget target, FilterScope scope);

/// <summary>How values of one filter input become conditions. All fields of an object must hold.</summary>
internal sealed class FilterInput(InputObjectType type)
{
    private readonly Dictionary<string, FilterTranslation> _fields = [];

    /// <summary>The GraphQL side.</summary>
    public InputObjectType Type { get; } = type;

    public void Add(InputField field, FilterTranslation translate)
    {
        Type.Fields.Add(field);
        _fields.Add(field.Name, translate);
    }

    public void AddAnd() => AddCombination("and", "All of these hold.", static conditions => conditions.Aggregate(default(Expression), Expressions.And));

    public void AddOr() => AddCombination("or", "One of these holds; an empty list restricts nothing.", Any);

    public Expression? Translate(object given, FilterTarget target, FilterScope scope)
    {
        scope.Enter();
        var conditions = ((IReadOnlyDictionary<string, object?>)given).Select(field => _fields[field.Key](field.Value, target, scope));
        var all = conditions.Aggregate(default(Expression), Expressions.And);
        scope.Leave();
        return all;
    }

    private void AddCombination(string name, string description, Func<IEnumerable<Expression?>, Expression?> combine)
    {
        var field = new InputField(name, new ListType(new NonNullType(Type))) { Description = description };
        Add(field, (given, target, scope) =>
            combine(((object?[])(given ?? throw FilterScope.NoNull(Type, name))).Select(each => Translate(each!, target, scope))));
    }

    /// <summary>An alternative without any condition always holds, and so do all of them together.</summary>
    private static Expression? Any(IEnumerable<Expression?> conditions)
    {
        Expression?[] all = [.. conditions];
        return all.Length == 0 || all.Contains(null) ? null : all.Aggregate((one, other) => Expression.OrElse(one!, other!));
    }
}
