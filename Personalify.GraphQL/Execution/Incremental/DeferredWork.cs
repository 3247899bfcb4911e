namespace Personalify.GraphQL.Execution;

/// <summary>
/// What one writing has found that comes later. Each entry knows where in the output its object or list ends, so that a null which cuts
/// back the output takes along what was deferred below it.
/// </summary>
internal sealed class DeferredWork(DeliveryBudget budget)
{
    private readonly List<(int Position, Delivery? Delivery, DeferredPart? Part)> _found = [];

    public DeliveryBudget Budget => budget;

    /// <summary>The deferred fragments around what is being written.</summary>
    public DeliveryScope? Scope { get; set; }

    public bool IsEmpty => _found.Count == 0;

    public IEnumerable<DeliveryGroup> Groups => _found.Select(found => found.Delivery).OfType<DeliveryGroup>();

    public IEnumerable<DeliveryStream> Streams => _found.Select(found => found.Delivery).OfType<DeliveryStream>();

    public IEnumerable<DeferredPart> Parts => _found.Select(found => found.Part).OfType<DeferredPart>();

    /// <exception cref="TooManyPendingResultsException">The client waits for too much already.</exception>
    public void Add(int position, Delivery delivery)
    {
        budget.Reserve(1);
        _found.Add((position, delivery, null));
    }

    public void Add(int position, DeferredPart part) => _found.Add((position, null, part));

    /// <summary>Forgets what stands behind a position.</summary>
    public void CutTo(int position)
    {
        var kept = _found.FindLastIndex(found => found.Position <= position) + 1;
        if (kept == _found.Count) return;
        budget.Free(_found.Skip(kept).Count(found => found.Delivery is not null));
        foreach (var (_, delivery, _) in _found.Skip(kept))
        {
            if (delivery is DeliveryStream stream) budget.Remove(stream.Reader);
        }

        _found.RemoveRange(kept, _found.Count - kept);
    }
}
