using System.Linq.Expressions;
using System.Reflection;
using Personalify.GraphQL.Data;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Finds what a selection needs of the items of a list, and makes the expression that reads just that.</summary>
internal static class Projection
{
    /// <summary>Reads what is selected below a field; <c>null</c> when everything must be read.</summary>
    /// <param name="field">The list field, or the connection field, with what is selected below it.</param>
    /// <param name="sorting">What decides the order is read too: a page's cursors are made of it.</param>
    public static Expression<Func<T, T>>? Selector<T>(ISelection field, SortDefinition<T>? sorting)
    {
        var needs = new ProjectedProperties(typeof(T));
        foreach (var items in ItemsOf(field, typeof(T)))
        {
            if (items is null) return null;
            Collect(needs, items.Value.Type, items.Value.Selections);
        }

        foreach (var (key, _) in sorting?.Operations ?? []) needs.AddPath(key.Body);
        var item = Expression.Parameter(typeof(T), "item");
        return needs.Read(item) is { } read && read != item ? Expression.Lambda<Func<T, T>>(read, item) : null;
    }

    /// <summary>What is selected on the items: below the list itself, or below the edges and nodes of a connection.</summary>
    private static IEnumerable<(ObjectType Type, IReadOnlyList<ISelection> Selections)?> ItemsOf(ISelection field, Type item)
    {
        if (field.Field.Type.Named is not ObjectType type) return [null];
        var selections = field.SelectionsOn(type);
        if (type.RuntimeType == item) return [(type, selections)];
        return selections.Where(inner => inner.Field.Name is "edges" or "node" or "nodes").SelectMany(inner => ItemsOf(inner, item));
    }

    private static void Collect(ProjectedProperties needs, ObjectType type, IReadOnlyList<ISelection> selections)
    {
        foreach (var selection in selections)
        {
            if (type.Fields.Contains(selection.Field.Name)) Collect(needs, selection);
        }
    }

    private static void Collect(ProjectedProperties needs, ISelection selection)
    {
        if (selection.Field.ParentRequirements is not { } properties)
        {
            needs.AddAll();
            return;
        }

        foreach (var property in properties)
        {
            var inner = needs.Add(property);
            if (inner is null || !IsReadBy(selection, property, out var type)) inner?.AddAll();
            else Collect(inner, type, selection.SelectionsOn(type));
        }
    }

    /// <summary>Whether the field is just the property, so that what is selected below it is all that is needed of it.</summary>
    private static bool IsReadBy(ISelection selection, PropertyInfo property, out ObjectType type)
    {
        type = (selection.Field.Type.Named as ObjectType)!;
        return type is not null && type.RuntimeType == ProjectedProperties.ObjectIn(property) && type.IsTypeOf is null;
    }
}
