using System.Threading.Channels;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Tests.Execution;

/// <summary>A source whose events a test sends, and that counts how often it is released.</summary>
internal sealed class SourceDouble(bool heedsToken = true) : ISourceStream, IAsyncEnumerable<object?>
{
    private readonly Channel<object?> _events = Channel.CreateUnbounded<object?>();

    public int Opened { get; set; }

    public int EnumeratorsReleased { get; private set; }

    public int Released { get; private set; }

    public TaskCompletionSource Gone { get; } = new();

    public void Send(params ReadOnlySpan<object?> events)
    {
        foreach (var each in events) _events.Writer.TryWrite(each);
    }

    public void End(Exception? error = null) => _events.Writer.Complete(error);

    public IAsyncEnumerable<object?> ReadEventsAsync() => this;

    public ValueTask DisposeAsync()
    {
        Released++;
        Gone.TrySetResult();
        return ValueTask.CompletedTask;
    }

    public IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default) =>
        new Enumerator(this, heedsToken ? cancellationToken : CancellationToken.None);

    private sealed class Enumerator(SourceDouble source, CancellationToken ended) : IAsyncEnumerator<object?>
    {
        private bool _isMoving;

        public object? Current { get; private set; }

        public async ValueTask<bool> MoveNextAsync()
        {
            _isMoving = true;
            try
            {
                if (!await source._events.Reader.WaitToReadAsync(ended)) return false;
                source._events.Reader.TryRead(out var current);
                Current = current;
                return true;
            }
            finally
            {
                _isMoving = false;
            }
        }

        public ValueTask DisposeAsync()
        {
            // What the language's own iterators do.
            if (_isMoving) throw new NotSupportedException("Released while it moves.");
            source.EnumeratorsReleased++;
            return ValueTask.CompletedTask;
        }
    }
}
