using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Data;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

public sealed class BranchTests
{
    private readonly ManualBatchScheduler _scheduler = new();
    private readonly FetchLog _log = new();

    [Fact]
    public async Task A_branch_has_batches_and_values_of_its_own()
    {
        var loader = new NumberLoader(_scheduler, _log);
        Task<string?>[] loads = [loader.LoadAsync(1), loader.SetState("unit", "s").LoadAsync(1), loader.SetState("unit", "ms").LoadAsync(1)];
        await _scheduler.DispatchAsync();
        Assert.Equal("1, 1 s, 1 ms", string.Join(", ", await Task.WhenAll(loads)));
        Assert.Equal(["1", "1", "1"], _log.Batches);
    }

    [Fact]
    public async Task Equal_state_is_one_branch()
    {
        var loader = new NumberLoader(_scheduler, _log);
        Task<string?>[] loads = [loader.SetState("unit", "s").LoadAsync(1), loader.SetState("unit", string.Concat("", "s")).LoadAsync(2)];
        await _scheduler.DispatchAsync();
        Assert.Equal("1 s, 2 s", string.Join(", ", await Task.WhenAll(loads)));
        Assert.Equal(["1,2"], _log.Batches);
    }

    [Fact]
    public async Task A_branch_of_a_branch_knows_both_states()
    {
        var loader = new NumberLoader(_scheduler, _log).SetState("unit", "s").SetState("sign", "-");
        var load = loader.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("-1 s", await load);
    }

    [Fact]
    public async Task Queries_that_say_the_same_share_a_batch()
    {
        var loader = new WordLoader(_scheduler, _log);
        var loads = new[] { "b", "b", "a" }.Select((letter, key) => loader.Where(word => word.Contains(letter)).LoadAsync(key)).ToList();
        await _scheduler.DispatchAsync();
        Assert.Equal(["ab,b", "ab,b", "a,ab"], (await Task.WhenAll(loads)).Select(words => string.Join(',', words!)));
        Assert.Equal(["0,1", "2"], _log.Batches.Order());
    }

    [Fact]
    public async Task Values_are_filtered_ordered_and_selected()
    {
        var loader = new WordLoader(_scheduler, _log)
            .Where(word => word.Length > 0)
            .Where(word => word.Contains('b'))
            .OrderBy(new SortDefinition<string>().AddDescending(word => word.Length).AddAscending(word => word))
            .Select(word => word + "!");
        var load = loader.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal(["ab!", "b!"], (await load)!);
    }

    [Fact]
    public async Task A_query_of_null_is_no_branch()
    {
        var loader = new WordLoader(_scheduler, _log);
        Assert.Same(loader, loader.With<int, string>(null));
        var load = loader.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal(["a", "ab", "b"], (await load)!);
    }

    [Fact]
    public async Task A_page_is_state_too()
    {
        var loader = new PagedLoader(_scheduler);
        var (first, second, other) = (loader.With(new PagingArguments(1)), loader.With(new PagingArguments(1)), loader.With(new PagingArguments(2)));
        Assert.Same(first, second);
        Assert.NotSame(first, other);
        var load = other.LoadAsync(7);
        await _scheduler.DispatchAsync();
        Assert.Equal("7: 2", await load);
    }

    [Fact]
    public async Task State_that_a_loader_needs_must_be_set()
    {
        var load = new PagedLoader(_scheduler).LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Contains("SetState(\"PagingArguments\"", (await Assert.ThrowsAsync<KeyNotFoundException>(() => load)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clearing_a_loader_clears_its_branches()
    {
        var loader = new NumberLoader(_scheduler, _log);
        var branch = loader.SetState("unit", "s");
        branch.SetCacheEntry(1, "known");
        Assert.Equal("known", await branch.LoadAsync(1));
        loader.ClearCache();
        var load = branch.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("1 s", await load);
    }

    [Fact]
    public async Task A_branchs_batch_has_services_of_its_own()
    {
        var provider = new ServiceCollection().AddSingleton(_log).AddScoped<Unit>().AddDataLoader<ScopedLoader>().BuildServiceProvider();
        await using var services = provider.CreateAsyncScope();
        var loader = new DataLoaderScope(services.ServiceProvider, _scheduler).Get<ScopedLoader>();
        Task<Unit?>[] loads = [loader.SetState("n", 1).LoadAsync(1), loader.SetState("n", 2).LoadAsync(1)];
        await _scheduler.DispatchAsync();
        var units = await Task.WhenAll(loads);
        Assert.Equal([1, 2], units.Select(unit => unit!.Number));
        Assert.NotSame(units[0], units[1]);
    }

    [Fact]
    public async Task Keys_that_must_exist_may_be_many()
    {
        var loader = new LetterLoader(_scheduler, _log);
        var (found, missing) = (loader.LoadRequiredAsync([1, 2]), loader.LoadRequiredAsync([3, 99]));
        await _scheduler.DispatchAsync();
        Assert.Equal(["A", "B"], await found);
        Assert.Contains("99", (await Assert.ThrowsAsync<KeyNotFoundException>(() => missing)).Message, StringComparison.Ordinal);
        Assert.Equal(["1,2,3,99"], _log.Batches);
    }

    [Fact]
    public async Task Without_a_cache_callers_share_a_fetch_and_no_more()
    {
        var loader = new LetterLoader(_scheduler, _log, new DataLoaderOptions { Cache = false });
        loader.SetCacheEntry(1, "kept");
        Task<string?>[] loads = [loader.LoadAsync(1), loader.LoadAsync(1)];
        await _scheduler.DispatchAsync();
        Assert.Equal("A, A", string.Join(", ", await Task.WhenAll(loads)));
        var again = loader.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await again);
        Assert.Equal(["1", "1"], _log.Batches);
    }

    private sealed class NumberLoader(IBatchScheduler scheduler, FetchLog log) : StatefulBatchDataLoader<int, string>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(
            IReadOnlyList<int> keys, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            log.Add(keys);
            var (unit, sign) = (context.GetState<string>("unit"), context.GetState<string>("sign"));
            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, key => $"{sign}{key} {unit}".Trim()));
        }
    }

    private sealed class WordLoader(IBatchScheduler scheduler, FetchLog log) : StatefulGroupedDataLoader<int, string>(scheduler)
    {
        protected override Task<ILookup<int, string>> LoadGroupedBatchAsync(
            IReadOnlyList<int> keys, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            log.Add(keys);
            var (selector, predicate, sorting) = context.GetQueryContext<string>();
            var words = new[] { "a", "ab", "b" }.Where((predicate ?? (_ => true)).Compile()).AsQueryable().OrderBy(sorting);
            var selected = words.AsEnumerable().Select((selector ?? (word => word)).Compile()).ToList();
            return Task.FromResult(keys.SelectMany(key => selected.Select(word => (key, word))).ToLookup(pair => pair.key, pair => pair.word));
        }
    }

    private sealed class PagedLoader(IBatchScheduler scheduler) : StatefulCacheDataLoader<int, string>(scheduler)
    {
        protected override Task<string?> LoadSingleAsync(int key, DataLoaderFetchContext context, CancellationToken cancellationToken) =>
            Task.FromResult<string?>($"{key}: {context.GetPagingArguments().First}");
    }

    private sealed class Unit
    {
        public int Number { get; set; }
    }

    private sealed class ScopedLoader(IBatchScheduler scheduler, Unit unit) : StatefulCacheDataLoader<int, Unit>(scheduler)
    {
        protected override Task<Unit?> LoadSingleAsync(int key, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            unit.Number = context.GetRequiredState<int>("n");
            return Task.FromResult<Unit?>(unit);
        }
    }
}
