namespace Personalify.Benchmarks.Peers;

/// <summary>An address that load is put on.</summary>
internal sealed record Target(Operation Operation, string Who, Uri Address);

/// <summary>All servers that take part, running.</summary>
internal sealed class Field : IAsyncDisposable
{
    private Field(RunningContender byHand, IReadOnlyList<RunningContender> contenders) => (ByHand, Contenders) = (byHand, contenders);

    public RunningContender ByHand { get; }

    public IReadOnlyList<RunningContender> Contenders { get; }

    public static async Task<Field> StartAsync(MusicStores stores, PeersOptions options, CancellationToken cancellationToken)
    {
        List<RunningContender> running = [];
        foreach (var contender in options.Contenders.Prepend(Contender.ByHand)) running.Add(await contender.StartAsync(stores, cancellationToken));
        return new Field(running[0], running[1..]);
    }

    public IEnumerable<Target> Targets(IEnumerable<Operation> operations) => operations.SelectMany(operation => (IEnumerable<Target>)
    [
        .. operation.OtherBounds.Append(operation.Bound).Select(path => new Target(operation, path, ByHand.At(path))),
        .. Contenders.Select(contender => new Target(operation, contender.Name, contender.GraphQL)),
    ]);

    public async ValueTask DisposeAsync()
    {
        foreach (var contender in Contenders) await contender.DisposeAsync();
        await ByHand.DisposeAsync();
    }
}
