using Microsoft.Extensions.Logging;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Tests.DataLoading;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>The next number; 13 fails its batch, and from a million on there is none. Fetches at most a thousand at once.</summary>
internal sealed class NextLoader(IBatchScheduler scheduler, FetchLog log) : BatchDataLoader<int, object>(scheduler, new DataLoaderOptions { MaxBatchSize = 1000 })
{
    protected override async Task<IReadOnlyDictionary<int, object>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        log.Add(keys.Select((key, index) => index == 0 ? $"next {key}" : $"{key}"));
        await Task.Yield();
        if (keys.Contains(13) && keys.Count < 100) throw new InvalidOperationException("13");
        return keys.Where(key => key < 1_000_000).ToDictionary(key => key, key => (object)(key + 1));
    }
}

/// <summary>Pairs of letters, loaded by another loader in one call, after other I/O.</summary>
internal sealed class WordLoader(IBatchScheduler scheduler, FetchLog log, LetterLoader letters) : BatchDataLoader<string, string>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<string, string>> LoadBatchAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        log.Add(keys.Select((key, index) => index == 0 ? $"word {key}" : key));
        await Task.Yield();
        var loaded = await letters.LoadAsync([.. keys.SelectMany(key => key.Split(' ')).Select(int.Parse)], cancellationToken);
        return keys.Select((key, index) => (key, $"{loaded[2 * index]}{loaded[(2 * index) + 1]}")).ToDictionary();
    }
}

/// <summary>A clock that moves on by a step whenever it is looked at.</summary>
internal sealed class SteppingTime(TimeSpan step) : TimeProvider
{
    private long _ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _ticks += step.Ticks;
}

/// <summary>A clock whose one timer fires by hand.</summary>
internal sealed class HandTimer : TimeProvider, ITimer
{
    private readonly SemaphoreSlim _set = new(0);
    private Action _callback = () => { };

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        _callback = () => callback(state);
        return this;
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan) _set.Release();
        return true;
    }

    /// <summary>Waits until the timer is set.</summary>
    public Task IsSetAsync() => _set.WaitAsync();

    public void Fire() => _callback();

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal sealed class WarningLog : ILogger<GraphQLServer>
{
    public List<string> Lines { get; } = [];

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add(formatter(state, exception));
}
