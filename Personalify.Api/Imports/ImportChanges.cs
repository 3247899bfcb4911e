using Personalify.GraphQL.Subscriptions;

namespace Personalify.Api.Imports;

/// <summary>Tells whoever follows an import, in any process, that its row says something new. The row is the truth; this only saves waiting.</summary>
public sealed class ImportChanges(ITopicEventSender sender, ITopicEventReceiver receiver)
{
    public ValueTask TellAsync(int importId) => sender.SendAsync(Topic(importId), importId);

    /// <summary>One unread word of a change is as good as many.</summary>
    public ValueTask<ISourceStream<int>> ListenAsync(int importId, CancellationToken cancellationToken) =>
        receiver.SubscribeAsync<int>(Topic(importId), 1, TopicBufferFullMode.DropOldest, cancellationToken);

    private static string Topic(int importId) => $"import:{importId}";
}
