namespace Personalify.Benchmarks.Peers;

/// <summary>
/// The dashboard from Redis entities: top lists, then tracks and artists, then albums and the tracks' artists. Batches must not fall apart when
/// many requests are under way.
/// </summary>
internal sealed class LoadersMeasure : IMeasure
{
    private const double Seconds = 4;

    // Five, and a little for the requests that the load tool leaves behind: their batches are counted, they are not.
    private const double BatchesAllowed = 5.1;
    private static readonly int[] Concurrencies = [1, 64, 512];

    public string Name => "loaders";

    public string Description => "latency of a query with three levels of DataLoaders at several concurrencies, and how many batches it takes";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var operation = Operation.All.Single(operation => operation.Name == "redis");
        await using var stores = await MusicStores.StartAsync(cancellationToken);
        await using var server = await Contender.Ours.StartAsync(stores, cancellationToken);
        var bodies = await stores.WriteBodiesAsync(operation, cancellationToken);
        await LoadTool.RunAsync(server.GraphQL, bodies, Concurrencies[^1], Seconds, cancellationToken);
        List<Figure> figures = [];
        foreach (var concurrency in Concurrencies)
        {
            var before = await ServerCounters.ReadAsync(server, cancellationToken);
            var result = await LoadTool.RunAsync(server.GraphQL, bodies, concurrency, Seconds, cancellationToken);
            var counted = await ServerCounters.ReadAsync(server, cancellationToken) - before;
            await progress.WriteLineAsync($"{concurrency,4} at once  {result}");
            figures.AddRange(Figures(concurrency, result, counted));
        }

        return figures;
    }

    private static IEnumerable<Figure> Figures(int concurrency, LoadResult result, ServerCounters counted)
    {
        yield return new Figure($"{concurrency} at once: median", result.P50 / 1000d, "ms");
        yield return new Figure($"{concurrency} at once: p99", result.P99 / 1000d, "ms");
        // Requests that the load tool left behind at its end have batches and are not counted.
        var requests = result.Requests + concurrency;
        yield return new Figure($"{concurrency} at once: batches of a request", counted.Batches / (double)requests, "", BatchesAllowed);
    }
}
