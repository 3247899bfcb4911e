namespace Personalify.GraphQL.Subscriptions;

/// <summary>
/// The events of one subscriber, from the moment of subscribing on. Specification: 6.2.3.1 Source Stream. Read it once; disposing ends
/// the subscription, whether it was read or not.
/// </summary>
public interface ISourceStream : IAsyncDisposable
{
    /// <summary>The events in the order in which they happened. Ends when the topic is completed or the stream disposed of.</summary>
    IAsyncEnumerable<object?> ReadEventsAsync();
}

/// <inheritdoc cref="ISourceStream" />
/// <typeparam name="TMessage">What the events are.</typeparam>
public interface ISourceStream<out TMessage> : ISourceStream
{
    /// <inheritdoc cref="ISourceStream.ReadEventsAsync" />
    new IAsyncEnumerable<TMessage> ReadEventsAsync();

    IAsyncEnumerable<object?> ISourceStream.ReadEventsAsync() => SourceStream.Box(ReadEventsAsync());
}
