using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

public sealed class OtherDataLoaderTests
{
    private readonly ManualBatchScheduler _scheduler = new();

    [Fact]
    public async Task A_grouped_loader_has_many_values_for_a_key_and_none_for_an_unknown_one()
    {
        var loader = new DivisorLoader(_scheduler);
        var (six, zero) = (loader.LoadAsync(6), loader.LoadAsync(0));
        await _scheduler.DispatchAsync();
        Assert.Equal("1 2 3 6", string.Join(' ', (await six)!));
        Assert.Empty((await zero)!);
    }

    [Fact]
    public async Task A_cache_loader_fetches_one_key_at_a_time_and_each_once()
    {
        var log = new FetchLog();
        var loader = new GreetingLoader(_scheduler, log);
        Task<string?>[] loads = [loader.LoadAsync("Ada"), loader.LoadAsync("Bob"), loader.LoadAsync("Ada")];
        await _scheduler.DispatchAsync();
        Assert.Equal("Hello Ada, Hello Bob, Hello Ada", string.Join(", ", await Task.WhenAll(loads)));
        Assert.Equal(["Ada", "Bob"], log.Batches);
    }

    [Fact]
    public async Task A_cache_loaders_failure_is_its_keys_alone()
    {
        var loader = new GreetingLoader(_scheduler, new FetchLog());
        var (good, bad) = (loader.LoadAsync("Ada"), loader.LoadAsync(""));
        await _scheduler.DispatchAsync();
        Assert.Equal("Hello Ada", await good);
        await Assert.ThrowsAsync<ArgumentException>(() => bad);
    }

    private sealed class DivisorLoader(IBatchScheduler scheduler) : GroupedDataLoader<int, int>(scheduler)
    {
        protected override Task<ILookup<int, int>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken) => Task.FromResult(
            keys.SelectMany(key => Enumerable.Range(1, key).Where(divisor => key % divisor == 0).Select(divisor => (key, divisor))).ToLookup(pair => pair.key, pair => pair.divisor));
    }

    private sealed class GreetingLoader(IBatchScheduler scheduler, FetchLog log) : CacheDataLoader<string, string>(scheduler)
    {
        protected override async Task<string?> LoadSingleAsync(string key, CancellationToken cancellationToken)
        {
            log.Add([key]);
            await Task.Yield();
            ArgumentException.ThrowIfNullOrEmpty(key);
            return $"Hello {key}";
        }
    }
}
