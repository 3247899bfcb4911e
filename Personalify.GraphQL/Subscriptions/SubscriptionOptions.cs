namespace Personalify.GraphQL.Subscriptions;

/// <summary>What a broker keeps for a subscriber who is slower than the events.</summary>
public sealed class SubscriptionOptions
{
    /// <summary>How many unread messages a subscriber may have. Default: 64.</summary>
    public int TopicBufferCapacity { get; set; } = 64;

    /// <summary>Which message is lost when there is no room. Default: the oldest.</summary>
    public TopicBufferFullMode TopicBufferFullMode { get; set; } = TopicBufferFullMode.DropOldest;
}

/// <summary>Which message a subscriber loses when its buffer is full. A sender never waits, so one is always lost.</summary>
public enum TopicBufferFullMode
{
    /// <summary>The one that has waited longest: right where the latest state counts.</summary>
    DropOldest,

    /// <summary>The one that came last before the new one.</summary>
    DropNewest,

    /// <summary>The new one.</summary>
    DropWrite,
}
