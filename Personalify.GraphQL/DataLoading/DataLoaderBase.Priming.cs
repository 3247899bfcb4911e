using System.Runtime.InteropServices;

namespace Personalify.GraphQL.DataLoading;

/// <content>Takes over what others have loaded, and lets them take over what this loader has.</content>
public abstract partial class DataLoaderBase<TKey, TValue>
{
    private LoaderPriming<TKey, TValue>? _priming;

    /// <summary>
    /// Whether loaders with a lookup for them may use the values that this loader has loaded, as far as they are whole: those of a branch are when
    /// it says no more than which page, which values and in which order.
    /// </summary>
    protected virtual bool AllowCachePropagation => true;

    void IScopedLoader.Join(PublishedValues published) => _priming = LoaderPriming<TKey, TValue>.Of(GetType(), published);

    private void Publish(Result<TValue>[] results)
    {
        if (Root.AllowCachePropagation) Root._priming?.Publish(this, results);
    }

    /// <summary>Called before anybody looks at what there is. What the loader has, or is fetching, stays as it is.</summary>
    private void Prime()
    {
        if (_priming is not { HasNews: true } priming || !_options.Cache) return;
        var news = priming.TakeNews(this);
        if (news.Count > 0) Add(news);
    }

    /// <summary>Values that nobody had to fetch, as one batch.</summary>
    private void Add(List<KeyValuePair<TKey, TValue>> entries)
    {
        var batch = new Batch<TKey, TValue>(this, entries.Count);
        var results = new List<Result<TValue>>(entries.Count);
        foreach (var (key, value) in entries)
        {
            ref var slot = ref CollectionsMarshal.GetValueRefOrAddDefault(Slots, key, out var isKnown);
            if (isKnown) continue;
            slot = batch.Add(key);
            results.Add(Result<TValue>.Found(value));
        }

        batch.Settle([.. results]);
    }
}
