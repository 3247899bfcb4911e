using System.Linq.Expressions;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Utilities;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The operations on a single value, by Hot Chocolate's names. A null meets no condition but <c>eq: null</c>, and so it meets every
/// negated one.
/// </summary>
internal static class FilterOperations
{
    private static readonly string[] Equality = ["eq", "neq"];
    private static readonly string[] Membership = ["in", "nin"];
    private static readonly string[] Text = ["contains", "ncontains", "startsWith", "nstartsWith", "endsWith", "nendsWith"];
    private static readonly string[] Order = ["gt", "ngt", "gte", "ngte", "lt", "nlt", "lte", "nlte"];

    /// <summary>Adds the operations that values of a type know.</summary>
    public static void AddTo(FilterInput input, NamedType type, Type runtimeType)
    {
        foreach (var name in Equality) Add(input, name, type, (given, target, scope) => Equal(given, target, input.Type, name));
        if (runtimeType != typeof(bool)) AddMembership(input, type);
        if (runtimeType == typeof(string) && type == SpecifiedScalars.String) AddEach(input, Text, type, TextCondition);
        else if (IsOrdered(type, runtimeType)) AddEach(input, Order, type, OrderCondition);
    }

    /// <summary>Whether values come one after another; ids, enums and truth do not.</summary>
    private static bool IsOrdered(NamedType type, Type runtimeType) =>
        type is ScalarType && type != SpecifiedScalars.ID && runtimeType.IsValueType && runtimeType != typeof(bool);

    private static void AddMembership(FilterInput input, NamedType type)
    {
        foreach (var name in Membership)
        {
            input.Add(new InputField(name, new ListType(type)), (given, target, scope) =>
            {
                scope.CountCondition();
                var condition = In(given as object?[] ?? throw FilterScope.NoNull(input.Type, name), target, scope, input.Type, name);
                return name == "in" ? condition : Expression.Not(condition);
            });
        }
    }

    private static void AddEach(FilterInput input, string[] names, NamedType type, Func<string, Expression, Expression, Expression> make)
    {
        foreach (var name in names)
        {
            var isNegated = name[0] == 'n';
            Add(input, name, type, (given, target, scope) =>
            {
                var value = Value(given ?? throw FilterScope.NoNull(input.Type, name), target, input.Type, name);
                var condition = target.Guard(make(isNegated ? name[1..] : name, target.Value, value));
                return isNegated ? Expression.Not(condition) : condition;
            });
        }
    }

    private static void Add(FilterInput input, string name, NamedType type, FilterTranslation translate) =>
        input.Add(new InputField(name, type), (given, target, scope) =>
        {
            scope.CountCondition();
            return translate(given, target, scope);
        });

    private static BinaryExpression Equal(object? given, FilterTarget target, InputObjectType type, string name)
    {
        if (given is null && !target.IsNullable) throw FilterScope.NoNull(type, name);
        var value = given is null ? Expressions.Null(target.Value) : Value(given, target, type, name);
        return name == "eq" ? Expression.Equal(target.Value, value) : Expression.NotEqual(target.Value, value);
    }

    private static MethodCallExpression In(object?[] given, FilterTarget target, FilterScope scope, InputObjectType type, string name)
    {
        if (!target.IsNullable && given.Contains(null)) throw FilterScope.NoNull(type, name);
        scope.CountValues(given.Length);
        var values = Captured(given, target.Value.Type.MakeArrayType(), type, name);
        return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [target.Value.Type], values, target.Value);
    }

    private static MethodCallExpression TextCondition(string operation, Expression target, Expression value) =>
        Expression.Call(target, char.ToUpperInvariant(operation[0]) + operation[1..], null, value);

    private static BinaryExpression OrderCondition(string operation, Expression target, Expression value) => operation switch
    {
        "gt" => Expression.GreaterThan(target, value),
        "gte" => Expression.GreaterThanOrEqual(target, value),
        "lt" => Expression.LessThan(target, value),
        _ => Expression.LessThanOrEqual(target, value),
    };

    private static Expression Value(object given, FilterTarget target, InputObjectType type, string name) =>
        Captured(given, target.Value.Type, type, name);

    private static Expression Captured(object given, Type runtimeType, InputObjectType type, string name)
    {
        try
        {
            return Expressions.Captured(Utc(InputConversion.To(given, runtimeType)), runtimeType);
        }
        catch (CoercionException error)
        {
            throw new GraphQLException($"{type.Name}.{name}: {error.Message}", ErrorCodes.InvalidVariable);
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
