namespace Personalify.GraphQL.Subscriptions;

/// <summary>Subscribes to topics. Hot Chocolate's contract.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Everything that is sent to the topic from now on, buffered as the broker's options say.</summary>
    /// <exception cref="InvalidOperationException">The topic's present subscribers expect messages of another type.</exception>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default) =>
        SubscribeAsync<TMessage>(topicName, null, null, cancellationToken);

    /// <summary>The same with a buffer of one's own.</summary>
    /// <param name="topicName">Any text; compared exactly.</param>
    /// <param name="bufferCapacity">How many unread messages are kept; the broker's option when <c>null</c>.</param>
    /// <param name="bufferFullMode">Which message is lost when there is no room; the broker's option when <c>null</c>.</param>
    /// <param name="cancellationToken">Gives up subscribing; the stream itself ends by being disposed of.</param>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default);
}
