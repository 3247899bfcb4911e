using Microsoft.Extensions.Caching.Memory;

namespace Personalify.Api.Caching;

/// <summary>Entries in this process, at most so many: for an Api without Redis. Several Apis would not see each other's changes.</summary>
public sealed class ProcessEntityCache : IEntityCache, IDisposable
{
    public const int MaxEntries = 20_000;
    private static readonly byte[] Forgotten = [];
    private readonly MemoryCache _entries = new(new MemoryCacheOptions { SizeLimit = MaxEntries });
    private readonly Lock _writing = new();

    public Task<byte[]?[]> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
        Task.FromResult(keys.Select(key => _entries.TryGetValue<byte[]>(key, out var value) && value != Forgotten ? value : null).ToArray());

    public Task WriteAsync(IReadOnlyDictionary<string, byte[]> entries, CancellationToken cancellationToken)
    {
        lock (_writing)
        {
            foreach (var (key, value) in entries.Where(entry => !_entries.TryGetValue(entry.Key, out _))) Set(key, value, CacheLifetimes.Entry);
        }

        return Task.CompletedTask;
    }

    public Task ForgetAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        lock (_writing)
        {
            foreach (var key in keys) Set(key, Forgotten, CacheLifetimes.Forgotten);
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _entries.Dispose();

    private void Set(string key, byte[] value, TimeSpan lifetime) =>
        _entries.Set(key, value, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = lifetime });
}
