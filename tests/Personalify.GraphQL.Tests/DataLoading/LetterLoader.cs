using System.Collections.Concurrent;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

/// <summary>The batches that were fetched, as their keys.</summary>
internal sealed class FetchLog
{
    private readonly ConcurrentQueue<string> _batches = new();

    public IReadOnlyList<string> Batches => [.. _batches];

    public void Add<TKey>(IEnumerable<TKey> keys) => _batches.Enqueue(string.Join(',', keys));
}

/// <summary>1 is A, 2 is B and so on to 26; other numbers have no letter.</summary>
internal sealed class LetterLoader(IBatchScheduler scheduler, FetchLog log, DataLoaderOptions? options = null) : BatchDataLoader<int, string>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        log.Add(keys);
        await Task.Yield();
        return keys.Where(key => key is >= 1 and <= 26).ToDictionary(key => key, key => $"{(char)('A' + key - 1)}");
    }
}
