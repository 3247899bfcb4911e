using System.Globalization;
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
    public static readonly IReadOnlyList<string> Prefixes = ["top:", "artist:", "album:", "track:"];

    private const int Step = 1_000;
    private const int MostSteps = 200;
    private readonly RedisGate? _gate = services.GetService<RedisGate>();

    public async Task<CacheReport> ReportAsync(CancellationToken cancellationToken)
    {
        if (_gate is null || !await _gate.PingAsync(cancellationToken)) return new(false, 0, null, [], false, TopsMetrics.Hits, TopsMetrics.Misses);
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        var isComplete = await ScanAsync("*", keys =>
        {
            foreach (var key in keys) counts[PrefixOf(key)] = counts.GetValueOrDefault(PrefixOf(key)) + 1;
            return Task.FromResult(true);
        }, cancellationToken);
        CachePrefix[] prefixes = [.. counts.OrderByDescending(each => each.Value).Take(50).Select(each => new CachePrefix(each.Key, each.Value))];
        var size = await _gate.CallAsync(async database => (long)await database.ExecuteAsync("DBSIZE"), 0L, cancellationToken);
        return new(true, size, await MemoryAsync(cancellationToken), prefixes, isComplete, TopsMetrics.Hits, TopsMetrics.Misses);
    }

    public async Task<FieldResult<ClearedCache, InvalidInputError, CacheAwayError>> ClearAsync(string prefix, CancellationToken cancellationToken)
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

    private async Task<long?> MemoryAsync(CancellationToken cancellationToken)
    {
        var info = await _gate!.CallAsync(async database => (string?)await database.ExecuteAsync("INFO", "memory"), null, cancellationToken);
        var line = info?.Split('\n').FirstOrDefault(each => each.StartsWith("used_memory:", StringComparison.Ordinal));
        return line is not null && long.TryParse(line["used_memory:".Length..].Trim(), CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
    }

    private static string PrefixOf(string key) => key.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? key[..(at + 1)] : "(none)";

    /// <summary>What a person types is a beginning and no pattern.</summary>
    private static string Escape(string prefix) =>
        string.Concat(prefix.Select(character => "*?[]\\^".Contains(character, StringComparison.Ordinal) ? $"\\{character}" : $"{character}"));
}
