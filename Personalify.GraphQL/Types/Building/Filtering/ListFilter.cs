using System.Linq.Expressions;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The questions about a list: which of its items meet a filter. A list that is null counts as empty.</summary>
internal sealed class ListFilter(FilterInput input, FilterInput items, TypeShape item)
{
    private delegate Expression Question(FilterTarget list, ParameterExpression each, Expression condition);

    public void AddFields()
    {
        Add(
            "all", "Every item meets this.",
            (list, each, condition) => Expression.Not(Any(list, each, Expression.Not(condition))), ofNothing: null);
        Add(
            "none", "No item meets this.",
            (list, each, condition) => Expression.Not(Any(list, each, condition)), list => Expression.Not(HasItems(list)));
        Add("some", "At least one item meets this.", Any, HasItems);
        AddAny();
    }

    /// <summary>
    /// Adds a question. Every item meets a filter without conditions: what is left of the question then is <paramref name="ofNothing"/>.
    /// </summary>
    private void Add(string name, string description, Question ask, Func<FilterTarget, Expression>? ofNothing)
    {
        input.Add(new InputField(name, items.Type) { Description = description }, (given, target, scope) =>
        {
            var each = Expression.Parameter(ItemType(target), "each");
            var condition = items.Translate(given ?? throw FilterScope.NoNull(input.Type, name), new FilterTarget(each, item.IsNullable), scope);
            if (condition is not null) return ask(target, each, condition);
            if (ofNothing is null) return null;
            scope.CountCondition();
            return ofNothing(target);
        });
    }

    private void AddAny()
    {
        var field = new InputField("any", SpecifiedScalars.Boolean) { Description = "Whether there are items at all." };
        input.Add(field, (given, target, scope) =>
        {
            scope.CountCondition();
            return (bool)(given ?? throw FilterScope.NoNull(input.Type, field.Name)) ? HasItems(target) : Expression.Not(HasItems(target));
        });
    }

    private static Expression HasItems(FilterTarget list) =>
        list.Guard(Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [ItemType(list)], list.Value));

    private static Expression Any(FilterTarget list, ParameterExpression each, Expression condition) =>
        list.Guard(Expression.Call(typeof(Enumerable), nameof(Enumerable.Any), [each.Type], list.Value, Expression.Lambda(condition, each)));

    private static Type ItemType(FilterTarget list) => ClrTypes.ItemOf(list.Value.Type)!;
}
