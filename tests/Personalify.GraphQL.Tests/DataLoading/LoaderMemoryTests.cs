using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

/// <summary>What loaders give back for the next request, and who may still come for it.</summary>
public sealed class LoaderMemoryTests : IAsyncDisposable
{
    private readonly ManualBatchScheduler _scheduler = new();
    private readonly FetchLog _log = new();
    private readonly ServiceProvider _services;

    public LoaderMemoryTests() => _services = new ServiceCollection().AddSingleton(_log).AddDataLoader<LetterLoader>().BuildServiceProvider();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private DataLoaderScope Begin() => new(_services, _scheduler);

    [Fact]
    public async Task The_next_request_knows_nothing_of_what_the_one_before_has_loaded()
    {
        var first = Begin();
        await LoadAsync(first, 1, "A");
        first.Release();
        await LoadAsync(Begin(), 1, "A");
        Assert.Equal(["1", "1"], _log.Batches);
    }

    [Fact]
    public async Task Loads_that_wait_when_the_request_ends_get_their_values()
    {
        var ended = Begin();
        var (one, many) = (Loader(ended).LoadAsync(1), Loader(ended).LoadAsync([1, 2]));
        ended.Release();
        var other = Loader(Begin()).LoadAsync(3);
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await one);
        Assert.Equal(["A", "B"], await many);
        Assert.Equal("C", await other);
    }

    [Fact]
    public async Task Who_loads_after_the_request_has_ended_shares_nothing_with_the_next_one()
    {
        var ended = Begin();
        await LoadAsync(ended, 1, "A");
        ended.Release();
        var next = Begin();
        await LoadAsync(next, 2, "B");
        Assert.False(Loader(ended).LoadAsync(2).IsCompleted);
        Loader(ended).SetCacheEntry(3, "late");
        Loader(ended).ClearCache();
        Assert.True(Loader(next).LoadAsync(2).IsCompletedSuccessfully);
        Assert.False(Loader(next).LoadAsync(3).IsCompleted);
    }

    [Fact]
    public async Task What_is_given_back_twice_is_taken_by_one()
    {
        var ended = Begin();
        await LoadAsync(ended, 1, "A");
        ended.Release();
        ended.Release();
        var (one, other) = (Begin(), Begin());
        await LoadAsync(one, 1, "A");
        Assert.False(Loader(other).LoadAsync(1).IsCompleted);
    }

    [Fact]
    public async Task Branches_give_back_theirs_and_know_nothing_afterwards()
    {
        var ended = Begin();
        var branch = Loader(ended).SetState("state", 1);
        var load = branch.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await load);
        Assert.True(branch.LoadAsync(1).IsCompletedSuccessfully);
        ended.Release();
        Assert.False(branch.LoadAsync(1).IsCompleted);
    }

    [Fact]
    public async Task A_batch_that_fails_after_the_request_has_ended_fails_its_callers()
    {
        var scheduler = new ManualBatchScheduler { RequestAborted = new CancellationToken(canceled: true) };
        var ended = new DataLoaderScope(_services, scheduler);
        var load = Loader(ended).LoadAsync(1);
        ended.Release();
        await scheduler.DispatchAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
    }

    private static LetterLoader Loader(DataLoaderScope scope) => scope.Get<LetterLoader>();

    private async Task LoadAsync(DataLoaderScope scope, int key, string value)
    {
        var load = Loader(scope).LoadAsync(key);
        await _scheduler.DispatchAsync();
        Assert.Equal(value, await load);
    }
}
