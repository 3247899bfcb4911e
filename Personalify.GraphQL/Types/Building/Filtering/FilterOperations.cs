using System.Linq.Expressions;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The operations on a single value, by Hot Chocolate's names. A null meets no condition but <c>eq: null</c>, and so it meets every
/// negated one.
/// </summary>
/// <param name="input">Gets the operations.</param>
/// <param name="type">What clients compare with.</param>
/// <param name="scalars">Knows how values of the type become those of a property.</param>
internal sealed class FilterOperations(FilterInput input, NamedType type, ScalarBindings scalars)
{
    private static readonly string[] Equality = ["eq", "neq"];
    private static readonly string[] Membership = ["in", "nin"];
    private static readonly string[] Text = ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] Order = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];

    /// <summary>Whether values come one after another; ids, enums, texts and truth do not.</summary>
    public static bool IsOrdered(NamedType type, Type runtimeType) =>
        type is ScalarType && type != SpecifiedScalars.ID && runtimeType != typeof(bool) && runtimeType != typeof(string) && Comparisons.IsOrdered(runtimeType);

    /// <summary>Adds the operations that values of a type know.</summary>
    public void AddFor(Type runtimeType)
    {
        foreach (var name in Equality) Add(name, (given, target, _) => Equal(given, target, name));
        if (runtimeType != typeof(bool)) AddMembership();
        if (runtimeType == typeof(string) && type == SpecifiedScalars.String) AddEach(Text, TextCondition);
        else if (IsOrdered(type, runtimeType)) AddEach(Order, OrderCondition);
    }

    private void AddMembership()
    {
        foreach (var name in Membership)
        {
            input.Add(new InputField(name, new ListType(type)), (given, target, scope) =>
            {
                scope.CountCondition();
                var condition = In(given as object?[] ?? throw FilterScope.NoNull(input.Type, name), target, scope, name);
                return name == "in" ? condition : Expression.Not(condition);
            });
        }
    }

    private void AddEach(string[] names, Func<string, Expression, Expression, Expression> make)
    {
        foreach (var name in names)
        {
            var isNegated = name[0] == 'n';
            Add(name, (given, target, _) =>
            {
                var value = Captured(given ?? throw FilterScope.NoNull(input.Type, name), target.Value.Type, name);
                var condition = target.Guard(make(isNegated ? name[1..] : name, target.Value, value));
                return isNegated ? Expression.Not(condition) : condition;
            });
        }
    }

    private void Add(string name, FilterTranslation translate) =>
        input.Add(new InputField(name, type), (given, target, scope) =>
        {
            scope.CountCondition();
            return translate(given, target, scope);
        });

    private Expression Equal(object? given, FilterTarget target, string name)
    {
        if (given is null && !target.IsNullable) throw FilterScope.NoNull(input.Type, name);
        var condition = given is null
            ? Expression.Equal(target.Value, Expressions.Null(target.Value))
            : Comparisons.Equal(target.Value, Captured(given, target.Value.Type, name));
        return name == "eq" ? condition : Negated(condition);
    }

    /// <summary>An operator's opposite is an operator too, and statements are read by people.</summary>
    private static Expression Negated(Expression condition) =>
        condition is BinaryExpression { Left: var left, Right: var right } ? Expression.NotEqual(left, right) : Expression.Not(condition);

    private MethodCallExpression In(object?[] given, FilterTarget target, FilterScope scope, string name)
    {
        if (!target.IsNullable && given.Contains(null)) throw FilterScope.NoNull(input.Type, name);
        scope.CountValues(given.Length);
        var values = Captured(given, target.Value.Type.MakeArrayType(), name);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [target.Value.Type], values, target.Value);
    }

    private static MethodCallExpression TextCondition(string operation, Expression target, Expression value) =>
        Expression.Call(target, char.ToUpperInvariant(operation[0]) + operation[1..], null, value);

    private static BinaryExpression OrderCondition(string operation, Expression target, Expression value) => Comparisons.Order(
        operation switch
        {
            "gt" => ExpressionType.GreaterThan,
            "gte" => ExpressionType.GreaterThanOrEqual,
            "lt" => ExpressionType.LessThan,
            _ => ExpressionType.LessThanOrEqual,
        },
        target,
        value);

    private Expression Captured(object given, Type target, string name)
    {
        try
        {
            return Expressions.Captured(Utc(InputConversion.To(scalars.Read(given, type, target), target)), target);
        }
        catch (CoercionException error)
        {
            throw new GraphQLException($"{input.Type.Name}.{name}: {error.Message}", ErrorCodes.InvalidVariable);
        }
    }

    /// <summary>An instant is the same in every zone; stores of instants take it in UTC.</summary>
    private static object? Utc(object? value) => value switch
    {
        DateTimeOffset instant => instant.ToUniversalTime(),
        DateTimeOffset[] instants => Array.ConvertAll(instants, instant => instant.ToUniversalTime()),
        DateTimeOffset?[] instants => Array.ConvertAll(instants, instant => instant?.ToUniversalTime()),
        _ => value,
    };
}
