namespace Personalify.Benchmarks.Peers;

/// <summary>
/// GraphQL servers side by side on the same data, and the same work by hand as their bound. Round by round, so that a machine that slows down
/// slows all of them.
/// </summary>
internal sealed class PeersMeasure : IMeasure
{
    private const int Connections = 32;
    private const double WarmUpSeconds = 10;

    private readonly Dictionary<(string Operation, string Who), List<LoadResult>> _results = [];

    public string Name => "peers";

    public string Description => "requests per second as a share of the endpoint by hand that does the same work (medians of the rounds)";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var options = PeersOptions.Read();
        await using var stores = await MusicStores.StartAsync(cancellationToken);
        await using var field = await Field.StartAsync(stores, options, cancellationToken);
        foreach (var operation in options.Operations) await SameAnswers.CheckAsync(operation, field.ByHand, field.Contenders, cancellationToken);
        await progress.WriteLineAsync("Every server gives the same answers.");
        for (var round = 0; round <= options.Rounds; round++)
        {
            foreach (var target in field.Targets(options.Operations)) await MeasureAsync(round, target, options, stores, progress, cancellationToken);
        }

        return [.. options.Operations.SelectMany(operation => Figures(operation, field)), .. field.Contenders.Prepend(field.ByHand).Select(Memory)];
    }

    /// <summary>Round zero warms up.</summary>
    private async Task MeasureAsync(int round, Target target, PeersOptions options, MusicStores stores, TextWriter progress, CancellationToken cancellationToken)
    {
        var bodies = await stores.WriteBodiesAsync(target.Operation, cancellationToken);
        var result = await LoadTool.RunAsync(target.Address, bodies, Connections, round == 0 ? WarmUpSeconds : options.Seconds, cancellationToken);
        if (round == 0) return;
        if (!_results.TryGetValue((target.Operation.Name, target.Who), out var results)) _results[(target.Operation.Name, target.Who)] = results = [];
        results.Add(result);
        await progress.WriteLineAsync($"round {round}  {target.Operation.Name,-10} {target.Who,-32} {result}");
    }

    private IEnumerable<Figure> Figures(Operation operation, Field field)
    {
        var bound = PerSecond(operation, operation.Bound);
        yield return new Figure($"{operation.Name}: by hand, {operation.Bound}", bound, "/s");
        foreach (var path in operation.OtherBounds) yield return new Figure($"{operation.Name}: by hand, {path}", PerSecond(operation, path) / bound, "×");
        foreach (var contender in field.Contenders)
        {
            var goal = contender.Name == Contender.OursName ? operation.Goal : (double?)null;
            yield return new Figure($"{operation.Name}: {contender.Name}", PerSecond(operation, contender.Name) / bound, "×") { AtLeast = goal };
        }
    }

    private static Figure Memory(RunningContender contender) => new($"memory: {contender.Name}", contender.Megabytes, "MB");

    private double PerSecond(Operation operation, string who)
    {
        var results = _results[(operation.Name, who)].Select(result => result.PerSecond).Order().ToList();
        return results[results.Count / 2];
    }
}
