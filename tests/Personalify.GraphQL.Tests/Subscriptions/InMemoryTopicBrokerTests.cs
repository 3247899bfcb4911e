using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Tests.Subscriptions;

public sealed class InMemoryTopicBrokerTests
{
    private readonly InMemoryTopicBroker _broker = new();

    private ITopicEventReceiver Receiver => _broker;

    [Fact]
    public async Task Every_present_subscriber_gets_what_is_sent_in_its_order_until_the_topic_is_completed()
    {
        await _broker.SendAsync("t", 0);
        await using var first = await Receiver.SubscribeAsync<int>("t");
        await _broker.SendAsync("t", 1);
        await using var second = await Receiver.SubscribeAsync<int>("t");
        await _broker.SendAsync("t", 2);
        await _broker.SendAsync("other", 9);
        await _broker.CompleteAsync("t");
        await _broker.SendAsync("t", 3);

        Assert.Equal([1, 2], await ReadAsync(first.ReadEventsAsync()));
        Assert.Equal([2], await ReadAsync(second.ReadEventsAsync()));
    }

    [Fact]
    public async Task A_completed_topic_begins_anew_with_its_next_subscriber()
    {
        await using var old = await Receiver.SubscribeAsync<int>("t");
        await _broker.CompleteAsync("t");
        await using var later = await Receiver.SubscribeAsync<string>("t");
        await _broker.SendAsync("t", "again");
        await old.DisposeAsync();
        await _broker.SendAsync("t", "and again");
        await _broker.CompleteAsync("t");

        Assert.Equal(["again", "and again"], await ReadAsync(later.ReadEventsAsync()));
    }

    [Theory]
    [InlineData(TopicBufferFullMode.DropOldest, new[] { 3, 4 })]
    [InlineData(TopicBufferFullMode.DropNewest, new[] { 1, 4 })]
    [InlineData(TopicBufferFullMode.DropWrite, new[] { 1, 2 })]
    public async Task A_slow_subscriber_loses_what_its_buffer_has_no_room_for(TopicBufferFullMode mode, int[] kept)
    {
        await using var slow = await Receiver.SubscribeAsync<int>("t", 2, mode);
        for (var i = 1; i <= 4; i++) await _broker.SendAsync("t", i);
        await _broker.CompleteAsync("t");

        Assert.Equal(kept, await ReadAsync(slow.ReadEventsAsync()));
    }

    [Fact]
    public async Task A_buffer_keeps_the_latest_64_messages_by_default()
    {
        await using var slow = await Receiver.SubscribeAsync<int>("t");
        for (var i = 1; i <= 100; i++) await _broker.SendAsync("t", i);
        await _broker.CompleteAsync("t");

        Assert.Equal(Enumerable.Range(37, 64), await ReadAsync(slow.ReadEventsAsync()));
    }

    [Fact]
    public async Task Disposing_ends_the_stream_and_leaves_the_others_alone()
    {
        var leaving = await Receiver.SubscribeAsync<int>("t");
        await using var staying = await Receiver.SubscribeAsync<int>("t");
        var reading = ReadAsync(leaving.ReadEventsAsync());
        Assert.False(reading.IsCompleted);

        await leaving.DisposeAsync();
        await leaving.DisposeAsync();
        await _broker.SendAsync("t", 1);
        await _broker.CompleteAsync("t");

        Assert.Empty(await reading);
        Assert.Equal([1], await ReadAsync(staying.ReadEventsAsync()));
    }

    [Fact]
    public async Task A_topic_carries_one_type_of_messages()
    {
        await using var subscription = await Receiver.SubscribeAsync<int>("t");

        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await _broker.SendAsync("t", "text"));
        Assert.Equal("The topic \"t\" carries messages of the type System.Int32, not System.String. Use one type for each topic.", error.Message);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await Receiver.SubscribeAsync<string>("t"));
    }

    [Fact]
    public async Task Messages_can_be_read_without_knowing_their_type()
    {
        ISourceStream stream = await Receiver.SubscribeAsync<int>("t");
        await _broker.SendAsync("t", 7);
        await _broker.CompleteAsync("t");

        Assert.Equal([(object)7], await ReadAsync(stream.ReadEventsAsync()));
    }

    [Fact]
    public async Task Senders_and_subscribers_on_many_threads_lose_nothing_that_has_room()
    {
        await using var subscription = await Receiver.SubscribeAsync<int>("t", 10_000, null);
        await Parallel.ForEachAsync(Enumerable.Range(0, 1000), async (number, cancellation) =>
        {
            await using var passing = await Receiver.SubscribeAsync<int>("t", cancellation);
            await _broker.SendAsync("t", number, cancellation);
        });
        await _broker.CompleteAsync("t");

        Assert.Equal(Enumerable.Range(0, 1000), (await ReadAsync(subscription.ReadEventsAsync())).Order());
    }

    private static async Task<List<T>> ReadAsync<T>(IAsyncEnumerable<T> events)
    {
        var read = new List<T>();
        await foreach (var each in events) read.Add(each);
        return read;
    }
}
