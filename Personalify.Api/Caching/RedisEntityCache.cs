using System.Collections.Concurrent;
using StackExchange.Redis;

namespace Personalify.Api.Caching;

/// <summary>Entries in Redis: one MGET, and one pipeline of SETs. A key that was forgotten holds an empty value for a while.</summary>
public sealed class RedisEntityCache(RedisGate gate) : IEntityCache
{
    // Keys that Redis could not be told to forget. Until it is told, it may come back with what is out of date.
    private readonly ConcurrentDictionary<string, bool> _unforgotten = [];

    public async Task<byte[]?[]> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        if (!await CatchUpAsync(cancellationToken)) return new byte[]?[keys.Count];
        RedisKey[] wanted = [.. keys.Select(key => (RedisKey)key)];
        var values = await gate.CallAsync(database => database.StringGetAsync(wanted), fallback: [], cancellationToken);
        return values.Length == 0 ? new byte[]?[keys.Count] : Array.ConvertAll(values, value => value.IsNullOrEmpty ? null : (byte[]?)value);
    }

    public async Task WriteAsync(IReadOnlyDictionary<string, byte[]> entries, CancellationToken cancellationToken)
    {
        if (!await CatchUpAsync(cancellationToken)) return;
        await SetAsync(entries.Select(entry => (entry.Key, (RedisValue)entry.Value)), CacheLifetimes.Entry, When.NotExists, cancellationToken);
    }

    public async Task ForgetAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys) _unforgotten[key] = true;
        await CatchUpAsync(cancellationToken);
    }

    private async Task<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_unforgotten.IsEmpty) return true;
        var keys = _unforgotten.Keys;
        var isTold = await SetAsync(keys.Select(key => (key, RedisValue.EmptyString)), CacheLifetimes.Forgotten, When.Always, cancellationToken);
        if (!isTold) return false;
        foreach (var key in keys) _unforgotten.TryRemove(key, out _);
        return true;
    }

    private Task<bool> SetAsync(IEnumerable<(string Key, RedisValue Value)> entries, TimeSpan lifetime, When when, CancellationToken cancellationToken) =>
        gate.CallAsync(
            async database =>
            {
                var batch = database.CreateBatch();
                var pending = entries.Select(entry => batch.StringSetAsync(entry.Key, entry.Value, lifetime, when)).ToArray();
                batch.Execute();
                await Task.WhenAll(pending);
                return true;
            },
            fallback: false,
            cancellationToken);
}
