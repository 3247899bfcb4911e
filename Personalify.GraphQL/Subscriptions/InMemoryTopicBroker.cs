namespace Personalify.GraphQL.Subscriptions;

/// <summary>
/// Topics of this process. A topic exists while it has subscribers, so names cost nothing. Every subscriber of a topic sees its messages
/// in the same order. Sending costs one short step for each subscriber and never waits.
/// </summary>
public sealed class InMemoryTopicBroker(SubscriptionOptions? options = null) : ITopicEventSender, ITopicEventReceiver
{
    private readonly SubscriptionOptions _options = options ?? new SubscriptionOptions();
    private readonly Dictionary<string, ITopic> _topics = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();

    /// <inheritdoc />
    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate) Find<TMessage>(topicName)?.Send(message);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask CompleteAsync(string topicName)
    {
        lock (_gate)
        {
            if (_topics.Remove(topicName, out var topic)) topic.Complete();
        }

        return ValueTask.CompletedTask;
    }

    /// <inheritdoc />
    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (_gate)
        {
            var topic = Find<TMessage>(topicName) ?? Open<TMessage>(topicName);
            var subscription = new TopicSubscription<TMessage>(
                bufferCapacity ?? _options.TopicBufferCapacity, bufferFullMode ?? _options.TopicBufferFullMode, leaving => Leave(topicName, topic, leaving));
            topic.Add(subscription);
            return new ValueTask<ISourceStream<TMessage>>(subscription);
        }
    }

    private Topic<TMessage>? Find<TMessage>(string name)
    {
        if (!_topics.TryGetValue(name, out var topic)) return null;
        return topic as Topic<TMessage> ?? throw new InvalidOperationException(
            $"The topic \"{name}\" carries messages of the type {topic.MessageType}, not {typeof(TMessage)}. Use one type for each topic.");
    }

    private Topic<TMessage> Open<TMessage>(string name)
    {
        var topic = new Topic<TMessage>();
        _topics.Add(name, topic);
        return topic;
    }

    private void Leave<TMessage>(string name, Topic<TMessage> topic, TopicSubscription<TMessage> leaving)
    {
        lock (_gate)
        {
            topic.Remove(leaving);
            if (topic.IsEmpty && _topics.GetValueOrDefault(name) == topic) _topics.Remove(name);
        }
    }
}
