namespace Personalify.GraphQL.DataLoading;

/// <summary>How a loader batches.</summary>
public sealed record DataLoaderOptions
{
    /// <summary>The most keys that one batch fetches; further keys go into further batches of the same round.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive.</exception>
    public int MaxBatchSize
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    } = 1024;

    /// <summary>
    /// Whether values are kept for the request. Without it, callers share the fetch that is under way, and the next load fetches again:
    /// for values that change while the request runs.
    /// </summary>
    public bool Cache { get; init; } = true;

    /// <summary>Whose services the loader's batches use, when it was made for a request: by default each its own.</summary>
    public DataLoaderServiceScope ServiceScope { get; init; }

    internal static DataLoaderOptions Default { get; } = new();

    private static DataLoaderOptions OneKey { get; } = new() { MaxBatchSize = 1 };

    internal static DataLoaderOptions OneByOne(DataLoaderOptions? options) => options is null ? OneKey : options with { MaxBatchSize = 1 };
}
