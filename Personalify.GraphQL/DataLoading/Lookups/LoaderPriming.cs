namespace Personalify.GraphQL.DataLoading;

/// <summary>One loader's part in the exchange of values within a request.</summary>
internal sealed class LoaderPriming<TKey, TValue>(PublishedValues published, LoaderRole role)
    where TKey : notnull
{
    private int _seen;

    /// <summary>Whether anything was published that the loader has not looked at.</summary>
    public bool HasNews => _seen != published.Count && role.Lookups.Length > 0;

    /// <summary>The loader's part, or <c>null</c> when it neither gives nor takes.</summary>
    public static LoaderPriming<TKey, TValue>? Of(Type loader, PublishedValues published) =>
        published.Lookups.RoleOf(loader, LoadedItems<TValue>.Instance.Type) is { } role ? new LoaderPriming<TKey, TValue>(published, role) : null;

    /// <summary>What the loader can use of what others have published since it looked last.</summary>
    public List<KeyValuePair<TKey, TValue>> TakeNews(object reader)
    {
        var entries = new List<KeyValuePair<TKey, TValue>>();
        foreach (var (type, publisher, values) in published.Since(ref _seen))
        {
            if (publisher == reader) continue;
            foreach (var lookup in role.Lookups)
            {
                if (lookup.Published == type) ((DataLoaderLookup<TKey, TValue>)lookup).Read(values, entries);
            }
        }

        return entries;
    }

    /// <summary>What was published so far is of no use any more.</summary>
    public void Forget() => _seen = published.Count;

    /// <summary>Lets others use what the loader, or a branch of it, has loaded. What was loaded in part only, or by rules of the loader's own, is nobody else's.</summary>
    public void Publish(DataLoaderBase<TKey, TValue> loader, Result<TValue>[] results)
    {
        var isRead = loader.Root == loader ? role.IsRead : role.AreBranchesRead && loader.Context.ReadsWholeValues;
        var items = LoadedItems<TValue>.Instance;
        if (isRead) published.Add(new Publication(items.Type, loader, items.Of(results)));
    }
}
