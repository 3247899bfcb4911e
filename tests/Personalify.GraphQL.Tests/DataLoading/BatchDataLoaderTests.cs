using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Tests.DataLoading;

public sealed class BatchDataLoaderTests
{
    private readonly ManualBatchScheduler _scheduler = new();
    private readonly FetchLog _log = new();

    private LetterLoader Create(int maxBatchSize = 1024) => new(_scheduler, _log, new DataLoaderOptions { MaxBatchSize = maxBatchSize });

    [Fact]
    public async Task Keys_of_many_callers_make_one_batch()
    {
        var loader = Create();
        Task<string?>[] loads = [loader.LoadAsync(1), loader.LoadAsync(2), loader.LoadAsync(3)];
        Assert.All(loads, load => Assert.False(load.IsCompleted));
        await _scheduler.DispatchAsync();
        Assert.Equal("A B C", string.Join(' ', await Task.WhenAll(loads)));
        Assert.Equal(["1,2,3"], _log.Batches);
    }

    /// <summary>Who counts those that wait must not take a caller for one while its batch is known to nobody.</summary>
    [Fact]
    public void A_caller_waits_for_batches_that_are_scheduled()
    {
        var scheduler = new OrderlyScheduler();
        var loader = new LetterLoader(scheduler, _log, new DataLoaderOptions { MaxBatchSize = 2 });
        _ = loader.LoadAsync(1);
        _ = loader.LoadAsync(2);
        _ = loader.LoadAsync([3, 4, 5]);
        Assert.Equal(["batch", "caller", "caller", "batch", "batch", "caller"], scheduler.Heard);
    }

    [Fact]
    public async Task A_key_is_fetched_once_in_a_request()
    {
        var loader = Create();
        Task<string?>[] loads = [loader.LoadAsync(1), loader.LoadAsync(1)];
        await _scheduler.DispatchAsync();
        Assert.Equal("A A", string.Join(' ', await Task.WhenAll(loads)));
        Assert.True(loader.LoadAsync(1).IsCompletedSuccessfully);
        Assert.Equal(["1"], _log.Batches);
    }

    public static TheoryData<IReadOnlyCollection<int>> Collections => [[.. new[] { 2, 1, 2 }], new List<int> { 2, 1, 2 }, new Queue<int>([2, 1, 2])];

    [Theory]
    [MemberData(nameof(Collections))]
    public async Task Many_keys_may_come_in_any_collection_and_more_than_once(IReadOnlyCollection<int> keys)
    {
        var load = Create().LoadAsync(keys);
        await _scheduler.DispatchAsync();
        Assert.Equal(["B", "A", "B"], await load);
        Assert.Equal(["2,1"], _log.Batches);
    }

    [Fact]
    public async Task A_load_that_waits_for_several_batches_ends_with_the_last()
    {
        var loader = Create(maxBatchSize: 2);
        var (first, many) = (loader.LoadAsync(1), loader.LoadAsync([2, 3, 1, 4, 2]));
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await first);
        Assert.Equal(["B", "C", "A", "D", "B"], await many);
        Assert.Equal(["1,2", "3,4"], _log.Batches);
    }

    [Fact]
    public async Task A_loader_makes_room_for_as_many_keys_as_were_usual_but_not_for_the_most_there_ever_were()
    {
        await LoadAsync(1000);
        Assert.Equal(256, UsualKeys.Of(typeof(LengthLoader)).Count);
        await LoadAsync(3);
        Assert.Equal(3, UsualKeys.Of(typeof(LengthLoader)).Count);

        async Task LoadAsync(int keys)
        {
            var load = new LengthLoader(_scheduler).LoadAsync([.. Enumerable.Range(0, keys).Select(key => $"{key}")]);
            await _scheduler.DispatchAsync();
            Assert.Equal(keys, (await load).Count);
        }
    }

    [Fact]
    public async Task A_key_without_a_value_is_default()
    {
        var load = Create().LoadAsync(99);
        await _scheduler.DispatchAsync();
        Assert.Null(await load);
    }

    [Fact]
    public async Task A_required_key_without_a_value_fails_and_names_the_key()
    {
        var load = Create().LoadRequiredAsync(99);
        await _scheduler.DispatchAsync();
        var error = await Assert.ThrowsAsync<KeyNotFoundException>(() => load);
        Assert.Equal("LetterLoader found nothing for the key 99.", error.Message);
    }

    [Fact]
    public async Task Many_required_keys_are_one_wait_that_fails_with_the_first_that_has_no_value()
    {
        var loader = Create();
        var (found, missing) = (loader.LoadRequiredAsync([1, 2]), loader.LoadRequiredAsync([1, 99, 98]));
        await _scheduler.DispatchAsync();
        Assert.Equal(["A", "B"], await found);
        Assert.Equal("LetterLoader found nothing for the key 99.", (await Assert.ThrowsAsync<KeyNotFoundException>(() => missing)).Message);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => loader.LoadRequiredAsync([98]));
        Assert.Equal(["1,2,99,98"], _log.Batches);
    }

    [Fact]
    public async Task A_batch_that_ends_by_cancellation_fails_its_callers_with_it()
    {
        var load = new BrokenLoader(_scheduler, () => Task.FromCanceled(new CancellationToken(canceled: true))).LoadAsync(1);
        await _scheduler.DispatchAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
    }

    [Fact]
    public async Task A_loader_that_returns_no_task_is_named()
    {
        var load = new BrokenLoader(_scheduler, () => null!).LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("BrokenLoader.FetchAsync has returned no task.", (await Assert.ThrowsAsync<InvalidOperationException>(() => load)).Message);
    }

    [Fact]
    public async Task Zero_is_a_value_and_not_a_missing_one()
    {
        var loader = new LengthLoader(_scheduler);
        var (empty, missing) = (loader.LoadRequiredAsync(""), loader.LoadRequiredAsync("missing"));
        await _scheduler.DispatchAsync();
        Assert.Equal(0, await empty);
        await Assert.ThrowsAsync<KeyNotFoundException>(() => missing);
    }

    [Fact]
    public async Task Many_keys_are_asked_for_before_their_batch_is_scheduled()
    {
        var scheduler = new ImmediateScheduler();
        var loader = new LetterLoader(scheduler, _log);
        Assert.Equal(["C", "A", "C", null], await loader.LoadAsync([3, 1, 3, 99]));
        Assert.Equal(["3,1,99"], _log.Batches);
    }

    [Fact]
    public async Task Keys_beyond_the_limit_go_into_further_batches_of_the_same_round()
    {
        var load = Create(maxBatchSize: 2).LoadAsync([1, 2, 3, 4, 5]);
        Assert.Equal(3, _scheduler.PendingCount);
        await _scheduler.DispatchAsync();
        Assert.Equal(["A", "B", "C", "D", "E"], await load);
        Assert.Equal(["1,2", "3,4", "5"], _log.Batches);
    }

    [Fact]
    public async Task Keys_that_come_while_a_batch_is_fetched_make_a_new_one()
    {
        var loader = Create();
        var first = loader.LoadAsync(1);
        var dispatch = _scheduler.DispatchAsync();
        var second = loader.LoadAsync(2);
        await dispatch;
        await _scheduler.DispatchAsync();
        Assert.Equal("A B", $"{await first} {await second}");
        Assert.Equal(["1", "2"], _log.Batches);
    }

    [Fact]
    public async Task A_batch_that_fails_fails_its_callers_and_forgets_its_keys()
    {
        var loader = new FailingOnceLoader(_scheduler);
        var (one, two) = (loader.LoadAsync(1), loader.LoadAsync([1, 2]));
        await _scheduler.DispatchAsync();
        Assert.Equal("once", (await Assert.ThrowsAsync<InvalidOperationException>(() => one)).Message);
        await Assert.ThrowsAsync<InvalidOperationException>(() => two);
        var again = loader.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("1", await again);
    }

    [Fact]
    public async Task A_key_that_fails_leaves_the_others_of_its_batch_alone()
    {
        var loader = new OddLoader(_scheduler);
        var (one, two) = (loader.LoadAsync(1), loader.LoadAsync(2));
        await _scheduler.DispatchAsync();
        Assert.Equal("1", await one);
        await Assert.ThrowsAsync<ArgumentException>(() => two);
        Assert.False(loader.LoadAsync(2).IsCompleted);
        Assert.True(loader.LoadAsync(1).IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_callers_token_ends_its_wait_and_not_the_fetch()
    {
        using var cancellation = new CancellationTokenSource();
        var loader = Create();
        var (patient, impatient, many) = (loader.LoadAsync(1), loader.LoadAsync(1, cancellation.Token), loader.LoadAsync([1, 2], cancellation.Token));
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => many);
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await patient);
        Assert.Equal(["1,2"], _log.Batches);
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_loads_nothing()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Create().LoadAsync(1, new CancellationToken(canceled: true)));
        Assert.Equal(0, _scheduler.PendingCount);
    }

    [Fact]
    public async Task When_the_request_is_given_up_a_batch_fails_without_being_fetched()
    {
        var scheduler = new ManualBatchScheduler { RequestAborted = new CancellationToken(canceled: true) };
        var load = new LetterLoader(scheduler, _log).LoadAsync(1);
        await scheduler.DispatchAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => load);
        Assert.Empty(_log.Batches);
    }

    [Fact]
    public async Task Known_values_are_put_into_the_cache_and_taken_out_again()
    {
        var loader = Create();
        loader.SetCacheEntry(1, "one");
        loader.SetCacheEntry(1, "uno");
        Assert.Equal("one", await loader.LoadAsync(1));
        loader.RemoveCacheEntry(1);
        var load = loader.LoadAsync(1);
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await load);
        loader.ClearCache();
        Assert.False(loader.LoadAsync(1).IsCompleted);
    }

    [Fact]
    public async Task Clearing_the_cache_leaves_loads_under_way_alone()
    {
        var loader = Create();
        var load = loader.LoadAsync(1);
        loader.ClearCache();
        await _scheduler.DispatchAsync();
        Assert.Equal("A", await load);
    }

    [Fact]
    public async Task A_batch_may_load_from_another_loader()
    {
        var letters = Create();
        var load = new WordLoader(_scheduler, letters).LoadAsync("1 2");
        var outer = _scheduler.DispatchAsync();
        await _scheduler.DispatchAsync();
        await outer;
        Assert.Equal("AB", await load);
    }

    [Fact]
    public void A_batch_size_that_is_not_positive_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new DataLoaderOptions { MaxBatchSize = 0 });

    /// <summary>Fetches a batch the moment it is scheduled.</summary>
    private sealed class ImmediateScheduler : IBatchScheduler
    {
        public void Schedule(PendingBatch batch) => _ = FetchAsync(batch);

        private static async Task FetchAsync(PendingBatch batch)
        {
            foreach (var load in await batch.FetchAsync()) load.Complete();
        }
    }

    private sealed class LengthLoader(IBatchScheduler scheduler) : BatchDataLoader<string, int>(scheduler)
    {
        protected override Task<IReadOnlyDictionary<string, int>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<string, int>>(keys.Where(key => key != "missing").ToDictionary(key => key, key => key.Length));
    }

    private sealed class FailingOnceLoader(IBatchScheduler scheduler) : BatchDataLoader<int, string>(scheduler)
    {
        private bool _hasFailed;

        protected override Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw new InvalidOperationException("once");
            }

            return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, key => $"{key}"));
        }
    }

    private sealed class OddLoader(IBatchScheduler scheduler) : DataLoaderBase<int, string>(scheduler)
    {
        protected internal override Task FetchAsync(IReadOnlyList<int> keys, Memory<Result<string>> results, DataLoaderFetchContext context, CancellationToken cancellationToken)
        {
            for (var i = 0; i < keys.Count; i++)
                results.Span[i] = keys[i] % 2 == 1 ? Result.Found($"{keys[i]}") : Result.Failed<string>(new ArgumentException("even"));
            return Task.CompletedTask;
        }
    }

    private sealed class BrokenLoader(IBatchScheduler scheduler, Func<Task> fetch) : DataLoaderBase<int, string>(scheduler)
    {
        protected internal override Task FetchAsync(IReadOnlyList<int> keys, Memory<Result<string>> results, DataLoaderFetchContext context, CancellationToken cancellationToken) => fetch();
    }

    private sealed class WordLoader(IBatchScheduler scheduler, LetterLoader letters) : BatchDataLoader<string, string>(scheduler)
    {
        protected override async Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var words = new Dictionary<string, string>();
            foreach (var key in keys) words[key] = string.Concat(await letters.LoadAsync([.. key.Split(' ').Select(int.Parse)], cancellationToken));
            return words;
        }
    }

    private sealed class OrderlyScheduler : IBatchScheduler
    {
        public List<string> Heard { get; } = [];

        public void Schedule(PendingBatch batch) => Heard.Add("batch");

        public void Suspend(PendingLoad load) => Heard.Add("caller");
    }
}
