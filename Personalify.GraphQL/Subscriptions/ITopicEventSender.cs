namespace Personalify.GraphQL.Subscriptions;

/// <summary>Tells the subscribers of a topic that something has happened. Hot Chocolate's contract.</summary>
public interface ITopicEventSender
{
    /// <summary>
    /// Gives every present subscriber the message; nobody is waited for. Who has no room for it loses one message, see
    /// <see cref="TopicBufferFullMode"/>. Without subscribers nothing happens.
    /// </summary>
    /// <exception cref="InvalidOperationException">The topic's subscribers expect messages of another type.</exception>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Ends the streams of the present subscribers once they have read what was sent. Later ones begin the topic anew.</summary>
    ValueTask CompleteAsync(string topicName);
}
