using System.Text;
using Personalify.Api.Caching;
using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.Api.Tests.Caching;

/// <summary>What every cache promises, whoever keeps the entries.</summary>
public abstract class EntityCacheTests
{
    private protected abstract IEntityCache Cache { get; }

    [StoreFact]
    public async Task What_was_written_is_read_in_the_order_of_the_keys()
    {
        await WriteAsync(("artist:1", "one"), ("artist:2", "two"));
        Assert.Equal(["two", null, "one"], await ReadAsync("artist:2", "artist:3", "artist:1"));
    }

    [StoreFact]
    public async Task What_is_there_already_stays()
    {
        await WriteAsync(("artist:1", "first"));
        await WriteAsync(("artist:1", "second"));
        Assert.Equal(["first"], await ReadAsync("artist:1"));
    }

    [StoreFact]
    public async Task What_was_forgotten_is_not_read_any_more()
    {
        await WriteAsync(("artist:1", "old"), ("artist:2", "kept"));
        await Cache.ForgetAsync(["artist:1"], default);
        Assert.Equal([null, "kept"], await ReadAsync("artist:1", "artist:2"));
    }

    [StoreFact]
    public async Task A_value_from_before_it_was_forgotten_cannot_come_back()
    {
        await Cache.ForgetAsync(["artist:1"], default);
        await WriteAsync(("artist:1", "read before the change"));
        Assert.Equal([null], await ReadAsync("artist:1"));
    }

    private protected Task WriteAsync(params (string Key, string Value)[] entries) =>
        Cache.WriteAsync(entries.ToDictionary(entry => entry.Key, entry => Encoding.UTF8.GetBytes(entry.Value)), default);

    private protected async Task<List<string?>> ReadAsync(params string[] keys) =>
        [.. (await Cache.ReadAsync(keys, default)).Select(value => value is null ? null : Encoding.UTF8.GetString(value))];
}

public sealed class ProcessEntityCacheTests : EntityCacheTests, IDisposable
{
    private readonly ProcessEntityCache _cache = new();

    private protected override IEntityCache Cache => _cache;

    [Fact]
    public async Task It_never_holds_more_than_its_limit()
    {
        var entries = Enumerable.Range(0, ProcessEntityCache.MaxEntries + 100).Select(id => ($"artist:{id}", "name")).ToArray();
        await WriteAsync(entries);
        var values = await ReadAsync([.. entries.Select(entry => entry.Item1)]);
        Assert.InRange(values.Count(value => value is not null), 1, ProcessEntityCache.MaxEntries);
    }

    public void Dispose() => _cache.Dispose();
}

public sealed class RedisEntityCacheTests : EntityCacheTests, IAsyncLifetime
{
    private readonly TestRedisServer _redis = new();
    private RedisGate _gate = null!;
    private RedisEntityCache _cache = null!;

    private protected override IEntityCache Cache => _cache;

    public async Task InitializeAsync()
    {
        _gate = _redis.OpenPatientGate();
        _cache = new RedisEntityCache(_gate);
        if (new StoreFactAttribute().Skip is null) await _redis.StartAsync();
    }

    public async Task DisposeAsync()
    {
        _gate.Dispose();
        await _redis.DisposeAsync();
    }

    [StoreFact]
    public async Task Entries_end_by_themselves()
    {
        await WriteAsync(("artist:1", "one"));
        var lifetime = await _gate.CallAsync(database => database.KeyTimeToLiveAsync("artist:1"), null, default);
        Assert.InRange(lifetime!.Value, TimeSpan.FromMinutes(9), TimeSpan.FromMinutes(10));
    }

    [StoreFact]
    public async Task What_a_hung_Redis_could_not_forget_is_not_read_when_it_goes_on()
    {
        await WriteAsync(("artist:1", "old"));
        using var gate = _redis.OpenGate();
        var impatient = new RedisEntityCache(gate);
        await Eventually.IsTrueAsync(() => gate.PingAsync(default), "Redis answers");
        _redis.Server.Process.Freeze();
        await impatient.ForgetAsync(["artist:1"], default);
        Assert.Equal([null], await impatient.ReadAsync(["artist:1"], default));
        _redis.Server.Process.Thaw();
        await Eventually.IsTrueAsync(() => gate.PingAsync(default), "Redis answers again");
        Assert.Equal([null], await impatient.ReadAsync(["artist:1"], default));
        Assert.Equal(RedisValue.EmptyString, await _gate.CallAsync(database => database.StringGetAsync("artist:1"), "no answer", default));
    }

    [StoreFact]
    public async Task A_killed_Redis_is_a_cache_with_nothing_in_it()
    {
        await WriteAsync(("artist:1", "one"));
        using var gate = _redis.OpenGate();
        var impatient = new RedisEntityCache(gate);
        await Eventually.IsTrueAsync(() => gate.PingAsync(default), "Redis answers");
        await _redis.KillAsync();
        Assert.Equal([null], await impatient.ReadAsync(["artist:1"], default));
        await impatient.WriteAsync(new Dictionary<string, byte[]> { ["artist:1"] = "one"u8.ToArray() }, default);
    }
}
