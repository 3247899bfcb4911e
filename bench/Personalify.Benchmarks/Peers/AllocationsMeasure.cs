namespace Personalify.Benchmarks.Peers;

/// <summary>What the engine and its transport allocate. A query that waits for nothing, and whose document is cached, has a limit.</summary>
internal sealed class AllocationsMeasure : IMeasure
{
    private const int Connections = 32;
    private const double Seconds = 2;
    private const double BytesAllowed = 1024;

    public string Name => "allocations";

    public string Description => "bytes that a cached query allocates beyond the endpoint by hand that answers the same";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        await using var stores = await MusicStores.StartAsync(cancellationToken);
        await using var byHand = await Contender.ByHand.StartAsync(stores, cancellationToken);
        await using var ours = await Contender.Ours.StartAsync(stores, cancellationToken);
        List<Figure> figures = [];
        foreach (var operation in Operation.All)
        {
            var bound = await AllocatedAsync(byHand, byHand.At(operation.Bound), operation, stores, cancellationToken);
            var bytes = await AllocatedAsync(ours, ours.GraphQL, operation, stores, cancellationToken);
            figures.Add(new Figure($"{operation.Name}: by hand", bound, "B"));
            figures.Add(new Figure($"{operation.Name}: beyond that", bytes - bound, "B", operation.HasVariables ? null : BytesAllowed));
        }

        return figures;
    }

    private static async Task<double> AllocatedAsync(RunningContender server, Uri address, Operation operation, MusicStores stores, CancellationToken cancellationToken)
    {
        var bodies = await stores.WriteBodiesAsync(operation, cancellationToken);
        await LoadTool.RunAsync(address, bodies, Connections, Seconds, cancellationToken);
        var before = await ServerCounters.ReadAsync(server, cancellationToken);
        var result = await LoadTool.RunAsync(address, bodies, Connections, Seconds, cancellationToken);
        var counted = await ServerCounters.ReadAsync(server, cancellationToken) - before;
        return counted.AllocatedBytes / (double)result.Requests;
    }
}
