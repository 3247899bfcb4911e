namespace Personalify.GraphQL.Subscriptions;

/// <summary>The subscribers of one topic, whatever its messages are. Its broker's lock guards it.</summary>
internal interface ITopic
{
    Type MessageType { get; }

    void Complete();
}

/// <inheritdoc cref="ITopic" />
internal sealed class Topic<TMessage> : ITopic
{
    private readonly HashSet<TopicSubscription<TMessage>> _subscriptions = [];

    public Type MessageType => typeof(TMessage);

    public bool IsEmpty => _subscriptions.Count == 0;

    public void Add(TopicSubscription<TMessage> subscription) => _subscriptions.Add(subscription);

    public void Remove(TopicSubscription<TMessage> subscription) => _subscriptions.Remove(subscription);

    public void Send(TMessage message)
    {
        foreach (var subscription in _subscriptions) subscription.Send(message);
    }

    public void Complete()
    {
        foreach (var subscription in _subscriptions) subscription.Complete();
    }
}
