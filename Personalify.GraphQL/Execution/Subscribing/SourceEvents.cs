using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Reads a source stream one event at a time and releases it exactly once, at whatever moment somebody closes it. An event that is being
/// waited for cannot be released under the source's feet, so then the one who waits releases it, as soon as the source gives in.
/// </summary>
internal sealed class SourceEvents(ISourceStream stream, Func<ValueTask> release, CancellationToken ended) : IAsyncDisposable
{
    private const int Resting = 0, Moving = 1, Closed = 2;

    private IAsyncEnumerator<object?>? _events;
    private int _state = Resting;

    /// <summary>The next event, or that there is none.</summary>
    public async Task<(bool HasEvent, object? Event)> NextAsync()
    {
        if (Interlocked.CompareExchange(ref _state, Moving, Resting) != Resting) return default;
        try
        {
            _events ??= stream.ReadEventsAsync().GetAsyncEnumerator(ended);
            return await _events.MoveNextAsync().ConfigureAwait(false) ? (true, _events.Current) : default;
        }
        finally
        {
            if (Interlocked.CompareExchange(ref _state, Resting, Moving) != Moving) await ReleaseAsync().ConfigureAwait(false);
        }
    }

    public ValueTask DisposeAsync() => Interlocked.Exchange(ref _state, Closed) == Resting ? ReleaseAsync() : ValueTask.CompletedTask;

    private async ValueTask ReleaseAsync()
    {
        try
        {
            if (_events is not null) await _events.DisposeAsync().ConfigureAwait(false);
        }
        finally
        {
            try
            {
                await stream.DisposeAsync().ConfigureAwait(false);
            }
            finally
            {
                await release().ConfigureAwait(false);
            }
        }
    }
}
