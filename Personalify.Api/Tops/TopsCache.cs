using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Personalify.Api.Caching;
using Personalify.Api.Spotify;
using StackExchange.Redis;

namespace Personalify.Api.Tops;

/// <summary>
/// Top lists in Redis, each below <c>top:{spotify_id}:{time_range}</c> as JSON with the time of its synchronization; a value may have one
/// list only, or the first page of one, and then its <c>artists_source</c> and <c>tracks_source</c> say so. Without Redis, or
/// while it is away, everything is a miss. A key that could not be renewed or removed is removed before anything is read again. Should the
/// process end before it can, others find out: a value that this process has not seen is compared with the store once, and later anew.
/// </summary>
public sealed class TopsCache(IServiceProvider services, TopsStore store, TimeProvider time, IOptions<TopsOptions> options)
{
    public const string Prefix = "top:";

    private readonly RedisGate? _gate = services.GetService<RedisGate>();
    private readonly ConcurrentDictionary<string, bool> _outdated = [];
    private readonly SeenTops _seen = new(time);

    public static string KeyOf(string spotifyId, TimeRange range) => $"{Prefix}{spotifyId}:{TopsStore.NameOf(range)}";

    /// <summary>
    /// The lists if they meet the demand, and whether Redis answered at all: where it did not, no second wait is worth it.
    /// </summary>
    public async Task<(Tops? Lists, bool Answered)> ReadAsync(
        string spotifyId, TimeRange range, TopsDemand demand, CancellationToken cancellationToken)
    {
        if (_gate is null || !await CatchUpAsync(cancellationToken)) return (null, false);
        RedisKey key = KeyOf(spotifyId, range);
        // Borrowed bytes: a value is tens of kilobytes, and nearly always one that was seen.
        var (answered, value) = await _gate.CallAsync(
            async database => (true, await database.StringGetLeaseAsync(key)), (false, null), cancellationToken);
        using var borrowed = value;
        var lists = value is null ? null : _seen.Find(key!, value.Memory) ?? await CheckAsync(key!, value.Memory, cancellationToken);
        if (lists is not null && !demand.IsMetBy(lists)) lists = null;
        TopsMetrics.Read(lists is not null);
        return (lists, answered);
    }

    /// <summary>
    /// Writes lists that were read from the store, also over others, which may lack what is asked for. So the caller looks afterwards
    /// whether they still are the newest.
    /// </summary>
    public Task<bool> AddAsync(string spotifyId, Tops lists, CancellationToken cancellationToken) =>
        WriteAsync(spotifyId, lists, cancellationToken);

    /// <summary>Writes lists that have just come from Spotify.</summary>
    public async Task ReplaceAsync(string spotifyId, Tops lists, CancellationToken cancellationToken)
    {
        if (_gate is not null && !await WriteAsync(spotifyId, lists, cancellationToken))
            _outdated[KeyOf(spotifyId, lists.TimeRange)] = true;
    }

    /// <summary>
    /// Removes everything of a listener of Spotify; false when Redis could not be told now, and is told as soon as it answers.
    /// </summary>
    public async Task<bool> ForgetAsync(string spotifyId, CancellationToken cancellationToken)
    {
        foreach (var key in Enum.GetValues<TimeRange>().Select(range => KeyOf(spotifyId, range)))
        {
            _outdated[key] = true;
            _seen.Remove(key);
        }

        return _gate is null || await CatchUpAsync(cancellationToken);
    }

    /// <summary>Removes what Redis could not be told to remove; false while it still cannot.</summary>
    public async ValueTask<bool> CatchUpAsync(CancellationToken cancellationToken)
    {
        if (_outdated.IsEmpty) return true;
        if (_gate is null) return false;
        var keys = _outdated.Keys.ToArray();
        RedisKey[] names = [.. keys.Select(key => (RedisKey)key)];
        if (await _gate.CallAsync(database => database.KeyDeleteAsync(names), -1L, cancellationToken) < 0) return false;
        foreach (var key in keys) _outdated.TryRemove(key, out _);
        return true;
    }

    private async Task<bool> WriteAsync(string spotifyId, Tops all, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.CacheTtl;
        if (_gate is null || all.Since(oldest) is not { } lists) return false;
        var lifetime = lists.SyncedAt - oldest;
        RedisKey key = KeyOf(spotifyId, lists.TimeRange);
        var json = JsonSerializer.SerializeToUtf8Bytes(lists with { SpotifyId = spotifyId }, TopsJson.Default.Tops);
        return await _gate.CallAsync(
            async database =>
            {
                await database.StringSetAsync(key, json, lifetime);
                return true;
            },
            fallback: false, cancellationToken);
    }

    /// <summary>Null when the value cannot be read, or when later lists have come; then it is removed.</summary>
    private async Task<Tops?> CheckAsync(string key, ReadOnlyMemory<byte> value, CancellationToken cancellationToken)
    {
        if (Read(value) is not { } lists) return null;
        if (await store.IsNewestAsync(lists, cancellationToken))
        {
            _seen.Add(key, value, lists);
            return lists;
        }

        _outdated[key] = true;
        await CatchUpAsync(cancellationToken);
        return null;
    }

    /// <summary>What another version wrote, or a person, is a miss.</summary>
    private static Tops? Read(ReadOnlyMemory<byte> value)
    {
        try
        {
            var lists = JsonSerializer.Deserialize(value.Span, TopsJson.Default.Tops);
            return lists is { Version: Tops.CurrentVersion } ? lists : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
