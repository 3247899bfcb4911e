namespace Personalify.GraphQL.DataLoading;

/// <summary>What is published of the values of a loader: they themselves, or the items of lists and pages.</summary>
internal abstract class LoadedItems<TValue>
{
    public static LoadedItems<TValue> Instance { get; } = Create();

    /// <summary>The type of what is published.</summary>
    public abstract Type Type { get; }

    /// <summary>The values that a batch has found. Read when somebody looks at them.</summary>
    public abstract object Of(Result<TValue>[] results);

    private static LoadedItems<TValue> Create()
    {
        var type = typeof(TValue);
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Page<>)) return Create(typeof(ItemsOfPages<>), type.GetGenericArguments()[0]);
        var list = type.GetInterfaces().Prepend(type).FirstOrDefault(each => each.IsConstructedGenericType && each.GetGenericTypeDefinition() == typeof(IReadOnlyList<>));
        return list is null ? new SingleValues<TValue>() : Create(typeof(ItemsOfLists<,>), type, list.GetGenericArguments()[0]);
    }

    private static LoadedItems<TValue> Create(Type kind, params Type[] arguments) => (LoadedItems<TValue>)Activator.CreateInstance(kind.MakeGenericType(arguments))!;
}

/// <inheritdoc />
internal sealed class SingleValues<TValue> : LoadedItems<TValue>
{
    public override Type Type => typeof(TValue);

    public override object Of(Result<TValue>[] results) => results.Where(result => result.IsFound).Select(result => result.Value);
}

/// <inheritdoc />
internal sealed class ItemsOfLists<TList, TItem> : LoadedItems<TList>
    where TList : IReadOnlyList<TItem>
{
    public override Type Type => typeof(TItem);

    public override object Of(Result<TList>[] results) => results.Where(result => result.IsFound).SelectMany(result => result.Value!);
}

/// <inheritdoc />
internal sealed class ItemsOfPages<TItem> : LoadedItems<Page<TItem>>
{
    public override Type Type => typeof(TItem);

    public override object Of(Result<Page<TItem>>[] results) => results.Where(result => result.IsFound).SelectMany(result => result.Value!.Items);
}
