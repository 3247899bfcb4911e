using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>Collects what the client is told next.</summary>
internal sealed class PayloadBuilder
{
    private readonly List<PendingResult> _pending = [];
    private readonly List<IncrementalResult> _incremental = [];
    private readonly List<CompletedResult> _completed = [];
    private readonly List<ResponsePart> _parts = [];

    public bool IsEmpty => _pending.Count + _incremental.Count + _completed.Count == 0;

    public void AddPending(Delivery delivery) => _pending.Add(new PendingResult(delivery.Id!, delivery.Path, delivery.Label));

    public void AddData((string Id, object[]? SubPath) place, DeferredPart part)
    {
        _incremental.Add(new IncrementalResult(place.Id) { SubPath = place.SubPath, Data = part.Json, Errors = part.Errors });
        _parts.Add(part);
    }

    public void AddItems(string id, StreamedPart part)
    {
        _incremental.Add(new IncrementalResult(id) { Items = part.Json, Errors = part.Errors });
        _parts.Add(part);
    }

    public void AddCompleted(Delivery delivery, IReadOnlyList<GraphQLError> errors) => _completed.Add(new CompletedResult(delivery.Id!, errors));

    public IncrementalPayload Build(bool hasNext) =>
        new(hasNext) { Pending = _pending, Incremental = _incremental, Completed = _completed, Parts = _parts };
}
