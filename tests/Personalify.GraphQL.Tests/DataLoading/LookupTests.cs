using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

/// <summary>What one loader has loaded, another that knows how to find it need not.</summary>
public sealed class LookupTests : IAsyncDisposable
{
    private readonly ManualBatchScheduler _scheduler = new();
    private readonly FetchLog _log = new();
    private readonly ServiceProvider _services;
    private readonly DataLoaderScope _loaders;

    public LookupTests()
    {
        _services = new ServiceCollection().AddSingleton(_log)
            .AddDataLoaderLookup<BrandByName, string, Brand>(brand => brand.Name)
            .AddDataLoaderLookup<BrandById, int, Brand>(brand => brand.Id)
            .AddDataLoaderLookup<NameById, int, string, Brand>(brand => brand.Id > 0 ? KeyValuePair.Create(brand.Id, brand.Name!) : null)
            .AddDataLoader<BrandsByCountry>().AddDataLoader<BrandPages>().AddDataLoader<SecretBrand>()
            .BuildServiceProvider();
        _loaders = new DataLoaderScope(_services.CreateScope().ServiceProvider, _scheduler);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    [Fact]
    public async Task A_value_that_another_loader_has_loaded_is_not_fetched()
    {
        await FetchedAsync(_loaders.Get<BrandById>().LoadAsync(1));
        Assert.Equal("b1", (await _loaders.Get<BrandByName>().LoadAsync("b1"))!.Name);
        Assert.Equal(["1"], _log.Batches);
    }

    [Fact]
    public async Task The_one_that_uses_a_value_may_have_been_there_before_it()
    {
        var byName = _loaders.Get<BrandByName>();
        await FetchedAsync(byName.LoadAsync("b9"));
        await FetchedAsync(_loaders.Get<BrandById>().LoadAsync([1, 2]));
        Assert.True(byName.LoadAsync(["b1", "b2", "b9"]).IsCompletedSuccessfully);
        Assert.Equal(["b9", "1,2"], _log.Batches);
    }

    [Fact]
    public async Task A_value_of_another_type_tells_key_and_value()
    {
        await FetchedAsync(_loaders.Get<BrandById>().LoadAsync(3));
        Assert.Equal("b3", await _loaders.Get<NameById>().LoadAsync(3));
        Assert.Equal(["3"], _log.Batches);
    }

    [Fact]
    public async Task Items_of_lists_and_of_pages_are_values_too()
    {
        await FetchedAsync(_loaders.Get<BrandsByCountry>().LoadAsync(10));
        await FetchedAsync(_loaders.Get<BrandPages>().With(new PagingArguments(2)).LoadAsync(20));
        Assert.Equal(["b10", "b11", "b20", "b21"], await _loaders.Get<NameById>().LoadAsync([10, 11, 20, 21]));
        Assert.Equal(["10", "20"], _log.Batches);
    }

    [Fact]
    public async Task What_is_missing_or_has_failed_is_asked_for()
    {
        await FetchedAsync(_loaders.Get<BrandById>().LoadAsync(-1));
        await Assert.ThrowsAsync<InvalidOperationException>(() => FetchedAsync(_loaders.Get<BrandById>().LoadAsync(666)));
        Assert.False(_loaders.Get<BrandByName>().LoadAsync("b-1").IsCompleted);
        Assert.False(_loaders.Get<BrandByName>().LoadAsync("b666").IsCompleted);
    }

    [Fact]
    public async Task A_value_without_a_key_is_nobodys()
    {
        _loaders.PublishMany([new Brand(0, null), null, new Brand(5, "five")]);
        Assert.False(_loaders.Get<NameById>().LoadAsync(0).IsCompleted);
        Assert.Equal(5, (await _loaders.Get<BrandByName>().LoadAsync("five"))!.Id);
    }

    [Fact]
    public async Task What_a_loader_has_stays()
    {
        var byId = _loaders.Get<BrandById>();
        byId.SetCacheEntry(2, new Brand(2, "set"));
        await FetchedAsync(byId.LoadAsync(1));
        _loaders.PublishMany([new Brand(1, "other"), new Brand(2, "other")]);
        Assert.Equal(["b1", "set"], (await byId.LoadAsync([1, 2])).Select(brand => brand!.Name));
    }

    [Fact]
    public async Task What_a_loader_is_fetching_stays()
    {
        var load = _loaders.Get<BrandById>().LoadAsync(1);
        _loaders.Publish(new Brand(1, "other"));
        var again = _loaders.Get<BrandById>().LoadAsync(1);
        Assert.False(again.IsCompleted);
        await _scheduler.DispatchAsync();
        Assert.Equal(["b1", "b1"], (await Task.WhenAll(load, again)).Select(brand => brand!.Name));
    }

    [Fact]
    public async Task A_published_value_is_an_entry_like_any()
    {
        var byId = _loaders.Get<BrandById>();
        _loaders.PublishMany([new Brand(1, "published"), new Brand(2, "published")]);
        byId.SetCacheEntry(1, new Brand(1, "set"));
        byId.RemoveCacheEntry(2);
        Assert.Equal("published", (await byId.LoadAsync(1))!.Name);
        Assert.Equal("b2", (await FetchedAsync(byId.LoadAsync(2)))!.Name);
    }

    [Fact]
    public async Task What_was_published_before_a_cache_was_cleared_is_gone()
    {
        var byId = _loaders.Get<BrandById>();
        _loaders.Publish(new Brand(1, "old"));
        byId.ClearCache();
        Assert.Equal("b1", (await FetchedAsync(byId.LoadAsync(1)))!.Name);
        _loaders.Publish(new Brand(3, "older"));
        _loaders.ClearCaches();
        Assert.False(_loaders.Get<BrandByName>().LoadAsync("older").IsCompleted);
        _loaders.Publish(new Brand(4, "new"));
        Assert.Equal(4, (await _loaders.Get<BrandByName>().LoadAsync("new"))!.Id);
    }

    [Fact]
    public async Task Branches_give_what_is_whole()
    {
        var byId = _loaders.Get<BrandById>();
        await FetchedAsync(byId.Where(brand => brand.Id > 0).LoadAsync(1));
        Assert.Equal("b1", (await byId.LoadAsync(1))!.Name);
        await FetchedAsync(byId.Select(brand => new Brand(brand.Id, null)).LoadAsync(2));
        await FetchedAsync(byId.SetState("language", "fr").LoadAsync(3));
        Assert.False(_loaders.Get<NameById>().LoadAsync(2).IsCompleted);
        Assert.False(_loaders.Get<NameById>().LoadAsync(3).IsCompleted);
    }

    [Fact]
    public async Task Branches_take_nothing()
    {
        _loaders.Publish(new Brand(1, "whole"));
        Assert.Equal("b1", (await FetchedAsync(_loaders.Get<BrandById>().SetState("language", "fr").LoadAsync(1)))!.Name);
    }

    [Fact]
    public async Task A_loader_may_keep_its_values_to_itself()
    {
        await FetchedAsync(_loaders.Get<SecretBrand>().LoadAsync(1));
        Assert.False(_loaders.Get<BrandById>().LoadAsync(1).IsCompleted);
    }

    [Fact]
    public async Task Where_nobody_looks_nothing_is_kept()
    {
        await using var services = new ServiceCollection().AddSingleton(_log).AddDataLoader<BrandById>().BuildServiceProvider();
        var loaders = new DataLoaderScope(services.CreateScope().ServiceProvider, _scheduler);
        loaders.Publish(new Brand(1, "published"));
        Assert.Equal("b1", (await FetchedAsync(loaders.Get<BrandById>().LoadAsync(1)))!.Name);
    }

    private async Task<T> FetchedAsync<T>(Task<T> load)
    {
        await _scheduler.DispatchAsync();
        return await load;
    }

    private sealed record Brand(int Id, string? Name)
    {
        public static Brand Of(int id) => id == 666 ? throw new InvalidOperationException("No such brand.") : new Brand(id, $"b{id}");
    }

    private sealed class BrandById(IBatchScheduler scheduler, FetchLog log) : StatefulBatchDataLoader<int, Brand>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, Brand>> LoadBatchAsync(
            IReadOnlyList<int> keys, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            log.Add(keys);
            return Task.FromResult<IReadOnlyDictionary<int, Brand>>(keys.Where(key => key >= 0).ToDictionary(key => key, Brand.Of));
        }
    }

    private sealed class BrandByName(IBatchScheduler scheduler, FetchLog log) : BatchDataLoader<string, Brand>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, Brand>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            log.Add(keys);
            return Task.FromResult<IReadOnlyDictionary<string, Brand>>(keys.ToDictionary(key => key, key => new Brand(0, key)));
        }
    }

    private sealed class NameById(IBatchScheduler scheduler, FetchLog log) : CacheDataLoader<int, string>(scheduler)
    {
        protected override Task<string?> LoadSingleAsync(int key, CancellationToken cancellationToken)
        {
            log.Add([key]);
            return Task.FromResult<string?>($"name {key}");
        }
    }

    private sealed class BrandsByCountry(IBatchScheduler scheduler, FetchLog log) : GroupedDataLoader<int, Brand>(scheduler)
    {
        protected override Task<ILookup<int, Brand>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Add(keys);
            return Task.FromResult(keys.SelectMany(key => new[] { (key, Id: key), (key, Id: key + 1) }).ToLookup(pair => pair.key, pair => Brand.Of(pair.Id)));
        }
    }

    private sealed class BrandPages(IBatchScheduler scheduler, FetchLog log) : StatefulBatchDataLoader<int, Page<Brand>>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, Page<Brand>>> LoadBatchAsync(
            IReadOnlyList<int> keys, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            log.Add(keys);
            var size = context.GetPagingArguments().First!.Value;
            return Task.FromResult<IReadOnlyDictionary<int, Page<Brand>>>(keys.ToDictionary(
                key => key, key => new Page<Brand>([.. Enumerable.Range(key, size).Select(Brand.Of)], false, false, brand => $"{brand.Id}", _ => new(size))));
        }
    }

    private sealed class SecretBrand(IBatchScheduler scheduler) : CacheDataLoader<int, Brand>(scheduler)
    {
        protected override bool AllowCachePropagation => false;

        protected override Task<Brand?> LoadSingleAsync(int key, CancellationToken cancellationToken) => Task.FromResult<Brand?>(Brand.Of(key));
    }
}
