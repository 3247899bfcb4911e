using System.Diagnostics.Metrics;

namespace Personalify.GraphQL.Execution;

/// <summary>The instruments of a server. Their tags take few values, whatever clients send, and none is about a person.</summary>
internal sealed class GraphQLMetrics
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };

    private static readonly InstrumentAdvice<int> Keys = new() { HistogramBucketBoundaries = [1, 2, 5, 10, 25, 50, 100, 250, 500, 1000] };

    public GraphQLMetrics(Meter meter)
    {
        Requests = meter.CreateHistogram("graphql.server.request.duration", "s", "How long requests took, by kind of operation and outcome.", advice: Seconds);
        Errors = meter.CreateCounter<long>("graphql.server.errors", "{error}", "Errors in results, by code.");
        Documents = meter.CreateCounter<long>("graphql.server.document_cache.lookups", "{lookup}", "Documents looked up in the cache of parsed and valid ones, by whether they were there.");
        Subscriptions = meter.CreateUpDownCounter<long>("graphql.server.active_subscriptions", "{subscription}", "Subscriptions that are open.");
        Events = meter.CreateHistogram("graphql.server.subscription.event.duration", "s", "How long the response to an event of a subscription took, by outcome.", advice: Seconds);
        Streams = meter.CreateHistogram("graphql.server.stream.duration", "s", "How long it took from the initial result of an answer in parts to its last, by outcome.", advice: Seconds);
        Sockets = meter.CreateUpDownCounter<long>("graphql.server.active_sockets", "{socket}", "WebSockets that are open.");
        BatchSize = meter.CreateHistogram("graphql.dataloader.batch.size", "{key}", "Keys of a batch, by DataLoader.", advice: Keys);
        BatchDuration = meter.CreateHistogram("graphql.dataloader.batch.duration", "s", "How long batches took, by DataLoader.", advice: Seconds);
    }

    public Histogram<double> Requests { get; }

    public Counter<long> Errors { get; }

    public Counter<long> Documents { get; }

    public UpDownCounter<long> Subscriptions { get; }

    public Histogram<double> Events { get; }

    public Histogram<double> Streams { get; }

    public UpDownCounter<long> Sockets { get; }

    public Histogram<int> BatchSize { get; }

    public Histogram<double> BatchDuration { get; }
}
