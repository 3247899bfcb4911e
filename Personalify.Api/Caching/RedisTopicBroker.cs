using System.Runtime.CompilerServices;
using System.Text.Json;
using Personalify.Api.Hosting;
using Personalify.GraphQL.Subscriptions;
using StackExchange.Redis;

namespace Personalify.Api.Caching;

/// <summary>
/// Topics that several processes share. What is sent reaches the subscribers of this process at once, whether Redis answers or not, and
/// those of others through one channel, to which every process listens: events are few and short, and so no channel is opened and closed
/// with each subscriber. Redis keeps nothing: while it is away, other processes miss what is sent.
/// </summary>
public sealed class RedisTopicBroker : ITopicEventSender, ITopicEventReceiver
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement<object?>(null);
    private readonly Guid _process = Guid.NewGuid();
    private readonly InMemoryTopicBroker _local;
    private readonly RedisGate _gate;
    private readonly ILogger<RedisTopicBroker> _logger;
    private readonly string _channel;

    public RedisTopicBroker(InMemoryTopicBroker local, RedisGate gate, ILogger<RedisTopicBroker> logger)
    {
        (_local, _gate, _logger) = (local, gate, logger);
        _channel = $"personalify:topics:{gate.Database}"; // Channels are not part of a database.
        gate.Listen(_channel, ReceiveAsync);
    }

    public async ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        var json = JsonSerializer.SerializeToElement(message);
        await _local.SendAsync(topicName, json, cancellationToken);
        await PublishAsync(new Envelope(_process, topicName, false, json), cancellationToken);
    }

    public async ValueTask CompleteAsync(string topicName)
    {
        await _local.CompleteAsync(topicName);
        await PublishAsync(new Envelope(_process, topicName, true, Nothing), CancellationToken.None);
    }

    public async ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(
        string topicName, int? bufferCapacity, TopicBufferFullMode? bufferFullMode, CancellationToken cancellationToken = default) =>
        new Decoded<TMessage>(await _local.SubscribeAsync<JsonElement>(topicName, bufferCapacity, bufferFullMode, cancellationToken));

    private Task<long> PublishAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(envelope);
        return _gate.CallAsync(database => database.PublishAsync(RedisChannel.Literal(_channel), bytes), fallback: 0L, cancellationToken);
    }

    private async Task ReceiveAsync(byte[] bytes)
    {
        try
        {
            if (JsonSerializer.Deserialize<Envelope>(bytes) is { Topic: not null } envelope && envelope.Process != _process) await DeliverAsync(envelope);
        }
        catch (JsonException)
        {
            _logger.TopicUnreadable(bytes.Length);
        }
    }

    private ValueTask DeliverAsync(Envelope envelope) =>
        envelope.IsEnd ? _local.CompleteAsync(envelope.Topic!) : _local.SendAsync(envelope.Topic!, envelope.Message);

    /// <summary>A message on its way, or the end of its topic.</summary>
    private sealed record Envelope(Guid Process, string? Topic, bool IsEnd, JsonElement Message);

    private sealed class Decoded<TMessage>(ISourceStream<JsonElement> encoded) : ISourceStream<TMessage>
    {
        public IAsyncEnumerable<TMessage> ReadEventsAsync() => DecodeAsync();

        public ValueTask DisposeAsync() => encoded.DisposeAsync();

        private async IAsyncEnumerable<TMessage> DecodeAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            await foreach (var json in encoded.ReadEventsAsync().WithCancellation(cancellationToken)) yield return json.Deserialize<TMessage>()!;
        }
    }
}
