using Personalify.Api.Caching;
using Personalify.Api.Errors;
using StackExchange.Redis;

namespace Personalify.Api.Tops;

/// <summary>
/// Looks at the cache in Redis and clears it, in steps of SCAN, each bounded as every call is, and so many of them at most. Only keys of
/// this server's database and only below the prefixes that are caches: topics, documents and locks are not touched.
/// </summary>
public sealed class CacheAdmin(IServiceProvider services)
{
    /// <summary>What may be cleared; all of it can be read again from where it came.</summary>
    public static readonly IReadOnlyList<string> Prefixes =
    [
        "top:", "artist:", "album:", "track:", "spotify_artist:", "spotify_album:", "spotify_track:",
    ];

    private const int Step = 1_000;
    private const int MostSteps = 200;
    private readonly RedisGate? _gate = services.GetService<RedisGate>();

    public async Task<CacheReport> ReportAsync(CancellationToken cancellationToken)
    {
        if (_gate is null || !await _gate.PingAsync(cancellationToken)) return new(false, 0, 0, [], false, TopsMetrics.Hits,
            TopsMetrics.Misses);
        var counts = new Dictionary<string, CachePrefix>(StringComparer.Ordinal);
        var isComplete = await ScanAsync("*", keys => CountAsync(keys, counts, cancellationToken), cancellationToken);
        CachePrefix[] prefixes = [.. counts.Values.OrderByDescending(each => each.Keys).Take(50)];
        var size = await _gate.CallAsync(async database => (long)await database.ExecuteAsync("DBSIZE"), 0L, cancellationToken);
        return new(true, size, prefixes.Sum(each => each.Bytes), prefixes, isComplete, TopsMetrics.Hits, TopsMetrics.Misses);
    }

    public async Task<FieldResult<ClearedCache, InvalidInputError, CacheAwayError>> ClearAsync(string prefix,
        CancellationToken cancellationToken)
    {
        if (!Prefixes.Any(known => prefix.StartsWith(known, StringComparison.Ordinal)))
            return new InvalidInputError($"“{prefix}” is not the beginning of cached keys. Give one of {string.Join(", ", Prefixes)}", nameof(prefix));
        if (_gate is null || !await _gate.PingAsync(cancellationToken))
            return new CacheAwayError("Redis does not answer, so nothing could be cleared. Try again when it does.");
        var removed = 0L;
        var isComplete = await ScanAsync(Escape(prefix) + "*", async keys =>
        {
            RedisKey[] names = [.. keys.Select(key => (RedisKey)key)];
            var count = names.Length == 0 ? 0 : await _gate.CallAsync(database => database.KeyDeleteAsync(names), -1L, cancellationToken);
            removed += Math.Max(0, count);
            return count >= 0;
        }, cancellationToken);
        return new ClearedCache(removed, isComplete);
    }

    private async Task<bool> ScanAsync(string pattern, Func<string[], Task<bool>> take, CancellationToken cancellationToken)
    {
        var cursor = "0";
        for (var step = 0; step < MostSteps; step++)
        {
            var at = cursor;
            var page = await _gate!.CallAsync<RedisResult?>(
                async database => await database.ExecuteAsync("SCAN", at, "MATCH", pattern, "COUNT", Step), null, cancellationToken);
            if (page is null || !await take([.. ((string?[]?)page[1] ?? []).OfType<string>()])) return false;
            cursor = (string?)page[0] ?? "0";
            if (cursor == "0") return true;
        }

        return false;
    }

    /// <summary>Adds keys of one step with the memory that each takes; a user of Redis who may not ask for that gets 0.</summary>
    private async Task<bool> CountAsync(string[] keys, Dictionary<string, CachePrefix> counts, CancellationToken cancellationToken)
    {
        var sizes = await _gate!.CallAsync<long[]?>(database => SizesAsync(database, keys), null, cancellationToken);
        foreach (var (key, bytes) in keys.Zip(sizes ?? new long[keys.Length]))
        {
            var prefix = PrefixOf(key);
            var counted = counts.GetValueOrDefault(prefix) ?? new CachePrefix(prefix, 0, 0);
            counts[prefix] = counted with { Keys = counted.Keys + 1, Bytes = counted.Bytes + bytes };
        }

        return sizes is not null;
    }

    private static async Task<long[]?> SizesAsync(IDatabase database, string[] keys)
    {
        try
        {
            var sizes = await Task.WhenAll(keys.Select(key => database.ExecuteAsync("MEMORY", "USAGE", (RedisKey)key)));
            return [.. sizes.Select(size => size.IsNull ? 0 : (long)size)];
        }
        catch (RedisServerException)
        {
            return new long[keys.Length];
        }
    }

    private static string PrefixOf(string key) => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? key[..(at + 1)] : "(none)";

    /// <summary>What a person types is a beginning and no pattern.</summary>
    private static string Escape(string prefix) =>
        string.Concat(prefix.Select(character => "*?[]\\^".Contains(character, StringComparison.Ordinal) ? $"\\{character}" : $"{character}"));
}
