namespace Personalify.GraphQL.DataLoading;

/// <summary>How one class of loaders finds values of its own among those of one type that others have.</summary>
internal abstract class DataLoaderLookup(Type loader, Type published)
{
    /// <summary>The class of the loader that is primed.</summary>
    public Type Loader => loader;

    /// <summary>The type of the values that are looked at.</summary>
    public Type Published => published;
}

/// <inheritdoc />
internal abstract class DataLoaderLookup<TKey, TValue>(Type loader, Type published) : DataLoaderLookup(loader, published)
{
    /// <summary>Adds what the loader can use of values that were published.</summary>
    public abstract void Read(object values, List<KeyValuePair<TKey, TValue>> entries);
}

/// <inheritdoc />
internal sealed class DataLoaderLookup<TKey, TValue, TPublished>(Type loader, Func<TPublished, KeyValuePair<TKey, TValue>?> lookup)
    : DataLoaderLookup<TKey, TValue>(loader, typeof(TPublished))
{
    public override void Read(object values, List<KeyValuePair<TKey, TValue>> entries)
    {
        foreach (var value in (IEnumerable<TPublished?>)values)
        {
            if (value is not null && lookup(value) is { Key: not null, Value: not null } entry) entries.Add(entry);
        }
    }
}
