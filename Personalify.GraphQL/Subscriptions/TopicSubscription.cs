using System.Threading.Channels;

namespace Personalify.GraphQL.Subscriptions;

/// <summary>One subscriber of a topic: a bounded buffer between the senders and the reader.</summary>
internal sealed class TopicSubscription<TMessage>(int capacity, TopicBufferFullMode fullMode, Action<TopicSubscription<TMessage>> leave)
    : ISourceStream<TMessage>
{
    private readonly Channel<TMessage> _buffer = Channel.CreateBounded<TMessage>(new BoundedChannelOptions(capacity)
    {
        SingleReader = true,
        FullMode = fullMode switch
        {
            TopicBufferFullMode.DropOldest => BoundedChannelFullMode.DropOldest,
            TopicBufferFullMode.DropNewest => BoundedChannelFullMode.DropNewest,
            _ => BoundedChannelFullMode.DropWrite,
        },
    });

    public void Send(TMessage message) => _buffer.Writer.TryWrite(message);

    public void Complete() => _buffer.Writer.TryComplete();

    public IAsyncEnumerable<TMessage> ReadEventsAsync() => _buffer.Reader.ReadAllAsync();

    public ValueTask DisposeAsync()
    {
        leave(this);
        Complete();
        return ValueTask.CompletedTask;
    }
}
