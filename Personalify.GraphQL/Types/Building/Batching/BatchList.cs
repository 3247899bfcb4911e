using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A parameter of a batch resolver that takes a value of each parent.</summary>
/// <param name="Type">The list.</param>
/// <param name="Item">What it is a list of.</param>
internal sealed record BatchList(Type Type, Type Item)
{
    /// <summary>The list of a parameter; <c>null</c> when its method is no batch resolver.</summary>
    /// <exception cref="SchemaException">The parameter is no list that could be filled.</exception>
    public static BatchList? Of(ParameterInfo parameter)
    {
        if (!BatchConvention.IsBatch(parameter.Member)) return null;
        var type = parameter.ParameterType;
        return ClrTypes.ItemOf(type) is { } item && IsFillable(type, item) ? new BatchList(type, item) : throw BuildErrors.BatchParameterWithoutList(parameter);
    }

    /// <summary>The list of what each parent's call reads.</summary>
    public ParameterValue Of(ParameterValue each) => (ParameterValue)Activator.CreateInstance(typeof(ListValue<>).MakeGenericType(Item), each)!;

    private static bool IsFillable(Type type, Type item) =>
        type == item.MakeArrayType() || type.IsAssignableFrom(typeof(List<>).MakeGenericType(item)) || type == typeof(ImmutableArray<>).MakeGenericType(item);
}

/// <summary>A list with the value of each parent, in their order.</summary>
internal sealed class ListValue<TItem>(ParameterValue each) : ParameterValue
{
    private readonly Func<IResolverContext, TItem> _read = each.As<TItem>();

    public override Func<IResolverContext, T> As<T>()
    {
        if (typeof(T) == typeof(List<TItem>) || typeof(T) == typeof(IList<TItem>) || typeof(T) == typeof(ICollection<TItem>)) return context => (T)(object)Items(context).ToList();
        if (typeof(T) == typeof(ImmutableArray<TItem>)) return context => (T)(object)ImmutableCollectionsMarshal.AsImmutableArray(Items(context));
        return context => (T)(object)Items(context);
    }

    private TItem[] Items(IResolverContext context)
    {
        var calls = ((BatchContext)context).Calls;
        var items = new TItem[calls.Count];
        for (var i = 0; i < items.Length; i++) items[i] = _read(calls[i]);
        return items;
    }
}
