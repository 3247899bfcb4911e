using Microsoft.Extensions.Logging.Abstractions;
using Personalify.Api.Caching;
using Personalify.GraphQL.Subscriptions;
using Personalify.Testing;
using StackExchange.Redis;

namespace Personalify.Api.Tests.Caching;

/// <summary>Two brokers on one Redis stand for two processes.</summary>
public sealed class RedisTopicBrokerTests : IAsyncLifetime
{
    private static readonly RedisChannel Channel = RedisChannel.Literal("personalify:topics:0");
    private readonly TestRedisServer _redis = new();
    private RedisGate _hereGate = null!;
    private RedisGate _thereGate = null!;

    private ITopicEventReceiver HereReceiver => Here;

    private ITopicEventReceiver ThereReceiver => There;

    private RedisTopicBroker Here { get; set; } = null!;

    private RedisTopicBroker There { get; set; } = null!;

    public Task InitializeAsync()
    {
        (_hereGate, _thereGate) = (_redis.OpenPatientGate(), _redis.OpenPatientGate());
        (Here, There) = (Open(_hereGate), Open(_thereGate));
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        _hereGate.Dispose();
        _thereGate.Dispose();
        await _redis.DisposeAsync();
    }

    [StoreFact]
    public async Task What_is_sent_here_arrives_once_here_and_there_in_its_order()
    {
        await StartAsync();
        await using var here = await HereReceiver.SubscribeAsync<Message>("t");
        await using var there = await ThereReceiver.SubscribeAsync<Message>("t");
        for (var i = 1; i <= 3; i++) await Here.SendAsync("t", new Message(i, null));
        await Here.SendAsync("other", new Message(9, "other"));
        await Here.CompleteAsync("t");

        Message[] all = [new(1, null), new(2, null), new(3, null)];
        Assert.Equal(all, await ReadAsync(here));
        Assert.Equal(all, await ReadAsync(there));
    }

    [StoreFact]
    public async Task A_message_that_is_null_is_no_end()
    {
        await StartAsync();
        await using var there = await ThereReceiver.SubscribeAsync<Message?>("t");
        await Here.SendAsync<Message?>("t", null);
        await Here.CompleteAsync("t");

        Assert.Equal([null], await ReadAsync(there));
    }

    [StoreFact]
    public async Task Without_Redis_the_subscribers_of_the_own_process_are_served()
    {
        await using var here = await HereReceiver.SubscribeAsync<int>("t");
        await Here.SendAsync("t", 1);
        await Here.CompleteAsync("t");

        Assert.Equal([1], await ReadAsync(here));
    }

    [StoreFact]
    public async Task What_others_write_into_the_channel_does_no_harm()
    {
        await StartAsync();
        await using var there = await ThereReceiver.SubscribeAsync<int>("t");
        await _hereGate.CallAsync(database => database.PublishAsync(Channel, "no json"), 0L, default);
        await _hereGate.CallAsync(database => database.PublishAsync(Channel, "{}"), 0L, default);
        await Here.SendAsync("t", 1);
        await Here.CompleteAsync("t");

        Assert.Equal([1], await ReadAsync(there));
    }

    [StoreFact]
    public async Task A_Redis_that_comes_back_carries_events_again()
    {
        await StartAsync();
        await _redis.KillAsync();
        await _redis.StartAsync();
        await using var there = await ThereReceiver.SubscribeAsync<int>("t");
        var next = there.ReadEventsAsync().GetAsyncEnumerator().MoveNextAsync().AsTask();

        await Eventually.IsTrueAsync(
            async () =>
            {
                await Here.SendAsync("t", 1);
                return next.IsCompleted;
            },
            "an event arrives",
            TimeSpan.FromMinutes(1));
        Assert.True(await next);
    }

    /// <summary>Returns when both listen.</summary>
    private async Task StartAsync()
    {
        await _redis.StartAsync();
        await Eventually.IsTrueAsync(() => _hereGate.PingAsync(default), "the one gate has found the server");
        await Eventually.IsTrueAsync(() => _thereGate.PingAsync(default), "the other gate has found the server");
        await Eventually.IsTrueAsync(
            async () => await _hereGate.CallAsync(database => database.PublishAsync(Channel, "{}"), 0L, default) == 2, "both listen");
    }

    private static RedisTopicBroker Open(RedisGate gate) => new(new InMemoryTopicBroker(), gate, NullLogger<RedisTopicBroker>.Instance);

    private static async Task<List<T>> ReadAsync<T>(ISourceStream<T> stream)
    {
        var read = new List<T>();
        await foreach (var each in stream.ReadEventsAsync()) read.Add(each);
        return read;
    }

    private sealed record Message(int Number, string? Text);
}
