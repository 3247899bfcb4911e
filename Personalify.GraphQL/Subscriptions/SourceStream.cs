using System.Runtime.CompilerServices;

namespace Personalify.GraphQL.Subscriptions;

/// <summary>Makes source streams of what schemas return.</summary>
internal static class SourceStream
{
    /// <summary>A stream that begins when it is first read, and needs no end but that of its reader.</summary>
    public static ISourceStream Of<T>(IAsyncEnumerable<T> events) => new Sequence(Box(events));

    public static ValueTask<ISourceStream> OpenSequence<T>(IAsyncEnumerable<T> events) => new(Of(events));

    public static async ValueTask<ISourceStream> OpenSequenceAsync<T>(ValueTask<IAsyncEnumerable<T>> events) => Of(await events.ConfigureAwait(false));

    public static ValueTask<ISourceStream> OpenStream(ISourceStream stream) => new(stream);

    public static async ValueTask<ISourceStream> OpenStreamAsync<TStream>(ValueTask<TStream> stream)
        where TStream : ISourceStream => await stream.ConfigureAwait(false);

    /// <summary>The same events as objects.</summary>
    public static IAsyncEnumerable<object?> Box<T>(IAsyncEnumerable<T> events) => events as IAsyncEnumerable<object?> ?? BoxEachAsync(events);

    private static async IAsyncEnumerable<object?> BoxEachAsync<T>(
        IAsyncEnumerable<T> events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var each in events.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return each;
    }

    private sealed class Sequence(IAsyncEnumerable<object?> events) : ISourceStream
    {
        public IAsyncEnumerable<object?> ReadEventsAsync() => events;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
