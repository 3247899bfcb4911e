namespace Personalify.GraphQL.DataLoading;

/// <summary>A loader's keys under one state: with batches and values of their own, fetched by the loader that it branched from.</summary>
internal sealed class LoaderBranch<TKey, TValue>(
    DataLoaderBase<TKey, TValue> root, IBatchScheduler scheduler, DataLoaderOptions options, DataLoaderFetchContext context)
    : DataLoaderBase<TKey, TValue>(scheduler, options)
    where TKey : notnull
{
    internal override DataLoaderBase<TKey, TValue> Root => root;

    internal override DataLoaderFetchContext Context => context;

    protected internal override Task FetchAsync(
        IReadOnlyList<TKey> keys, Memory<Result<TValue>> results, DataLoaderFetchContext context, CancellationToken cancellationToken) =>
        root.FetchAsync(keys, results, context, cancellationToken);
}
