using System.Globalization;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// What is still to be delivered, and in what order: a fragment after the one around it, whole, and fields that several fragments share with
/// the first of them. Specification, working draft: 6.2.3 Incremental Delivery, work queue.
/// </summary>
internal sealed class DeliveryGraph(DeliveryBudget budget)
{
    private readonly List<Delivery> _open = [];
    private readonly List<ResponsePart> _due = [];
    private PayloadBuilder _payload = new();
    private int _nextId;

    /// <summary>Whether the client waits for nothing more.</summary>
    public bool IsOver => _open.Count == 0;

    /// <summary>Takes what one result has left for later, outside of all fragments that are open.</summary>
    public void Announce(DeferredWork work)
    {
        foreach (var group in work.Groups) Know(group);
        Attach(work.Parts);
        Start(Prune(work.Groups.Where(group => group is { State: DeliveryState.Known, Parent: null })), work.Streams);
    }

    /// <summary>Takes a part that was resolved.</summary>
    public void Accept(ResponsePart part)
    {
        part.Write();
        if (part is StreamedPart items) Accept(items);
        else Accept((DeferredPart)part);
    }

    /// <summary>Ends everything that is open by an error.</summary>
    public void Fail(GraphQLError error)
    {
        foreach (var delivery in _open.ToArray()) Fail(delivery, [error with { Path = delivery.Path }]);
    }

    /// <summary>What the client has not been told yet; <c>null</c> when that is nothing.</summary>
    public IncrementalPayload? TakePayload()
    {
        if (_payload.IsEmpty) return null;
        var payload = _payload.Build(hasNext: !IsOver);
        _payload = new PayloadBuilder();
        return payload;
    }

    /// <summary>The parts to start next.</summary>
    public ResponsePart[] TakeDue()
    {
        ResponsePart[] due = [.. _due];
        _due.Clear();
        return due;
    }

    private void Accept(DeferredPart part)
    {
        if (part.IsUnwanted)
        {
            part.Deferred.CutTo(0);
            return;
        }

        foreach (var group in part.Deferred.Groups) Know(group);
        Attach(part.Deferred.Parts);
        part.Streams.AddRange(part.Deferred.Streams);
        foreach (var group in part.Groups) EndIfComplete(group);
    }

    private void Accept(StreamedPart part)
    {
        var stream = part.Stream;
        if (part.HasItems) _payload.AddItems(stream.Id!, part);
        stream.Advance(part.Count);
        Announce(part.Deferred);
        if (part.HasFailed) Fail(stream, part.Failure);
        else if (part.IsLast) Complete(stream);
        else _due.Add(stream.NextPart());
    }

    /// <summary>A fragment can be delivered unless the one around it has failed.</summary>
    private void Know(DeliveryGroup group)
    {
        if (group.State != DeliveryState.New) return;
        if (group.Parent is { } parent)
        {
            Know(parent);
            parent.Children.Add(group);
        }

        group.State = DeliveryState.Known;
        if (group.Parent is { State: DeliveryState.Over }) Abandon(group);
    }

    private void Attach(IEnumerable<DeferredPart> parts)
    {
        foreach (var part in parts)
        {
            foreach (var group in part.Groups.Where(group => group.State == DeliveryState.Known)) group.Parts.Add(part);
            if (Array.Exists(part.Groups, group => group.IsAnnounced)) StartPart(part);
        }
    }

    /// <summary>A fragment without fields of its own is never told of; those within it take its place.</summary>
    private List<DeliveryGroup> Prune(IEnumerable<DeliveryGroup> groups)
    {
        var kept = new List<DeliveryGroup>();
        foreach (var group in groups)
        {
            if (group.Parts.Count > 0)
            {
                kept.Add(group);
                continue;
            }

            Close(group);
            kept.AddRange(Prune(group.Children));
        }

        return kept;
    }

    private void Start(List<DeliveryGroup> groups, IEnumerable<DeliveryStream> streams)
    {
        foreach (var group in groups) Open(group);
        foreach (var stream in streams)
        {
            Open(stream);
            _due.Add(stream.NextPart());
        }

        foreach (var group in groups)
        {
            foreach (var part in group.Parts) StartPart(part);
            EndIfComplete(group);
        }
    }

    private void Open(Delivery delivery)
    {
        delivery.Id = (_nextId++).ToString(CultureInfo.InvariantCulture);
        delivery.IsAnnounced = true;
        _open.Add(delivery);
        _payload.AddPending(delivery);
    }

    private void StartPart(DeferredPart part)
    {
        if (!part.IsDue) _due.Add(part);
        part.IsDue = true;
    }

    private void EndIfComplete(DeliveryGroup group)
    {
        if (!group.IsAnnounced) return;
        if (group.Parts.Find(part => part.HasFailed) is { } failed) Fail(group, failed.Failure);
        else if (group.IsComplete) Deliver(group);
    }

    private void Deliver(DeliveryGroup group)
    {
        DeferredPart[] parts = [.. group.Parts];
        foreach (var part in parts)
        {
            _payload.AddData(part.Locate(group), part);
            foreach (var other in part.Groups) other.Parts.Remove(part);
        }

        Complete(group);
        Start(Prune(group.Children), [.. parts.SelectMany(part => part.Streams)]);
    }

    private void Complete(Delivery delivery)
    {
        _payload.AddCompleted(delivery, []);
        Close(delivery);
    }

    private void Fail(Delivery delivery, IReadOnlyList<GraphQLError> errors)
    {
        _payload.AddCompleted(delivery, errors);
        if (delivery is DeliveryGroup group) Abandon(group);
        else Close(delivery);
    }

    /// <summary>Nobody will hear of the fragment any more, nor of what is within it.</summary>
    private void Abandon(DeliveryGroup group)
    {
        if (group.State == DeliveryState.Over) return;
        Close(group);
        foreach (var part in group.Parts.Where(part => part.IsUnwanted))
        {
            foreach (var stream in part.Streams) Close(stream);
        }

        foreach (var child in group.Children) Abandon(child);
    }

    private void Close(Delivery delivery)
    {
        if (delivery.IsAnnounced) _open.Remove(delivery);
        delivery.IsAnnounced = false;
        budget.Free(1);
        if (delivery is DeliveryGroup group) group.State = DeliveryState.Over;
        if (delivery is DeliveryStream stream) budget.Remove(stream.Reader);
    }
}
