using Personalify.GraphQL.Subscriptions;

namespace Personalify.Api.Sync;

/// <summary>
/// Tells the followers of a listener's run, in every process, that its row has changed. The row is the truth; this only saves waiting.
/// </summary>
public sealed class SyncChanges(ITopicEventSender sender, ITopicEventReceiver receiver)
{
    public ValueTask TellAsync(int userId) => sender.SendAsync(Topic(userId), userId);

    /// <summary>One unread word of a change is as good as many.</summary>
    public ValueTask<ISourceStream<int>> ListenAsync(int userId, CancellationToken cancellationToken) =>
        receiver.SubscribeAsync<int>(Topic(userId), 1, TopicBufferFullMode.DropOldest, cancellationToken);

    private static string Topic(int userId) => $"sync:{userId}";
}
