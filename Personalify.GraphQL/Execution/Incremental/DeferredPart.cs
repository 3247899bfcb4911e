namespace Personalify.GraphQL.Execution;

/// <summary>Fields of one object that come later. Specification, working draft: 6.2.3 Incremental Delivery, execution groups.</summary>
/// <param name="whole">The operation.</param>
/// <param name="source">The object, as far as it was delivered before.</param>
/// <param name="selection">The fields.</param>
/// <param name="groups">The deferred fragments that the fields belong to.</param>
/// <param name="steps">The way to the object.</param>
/// <param name="scope">The deferred fragments around the fields.</param>
internal sealed class DeferredPart(
    OperationContext whole, ObjectNode source, SelectionPlan selection, DeliveryGroup[] groups, (FieldPlan? Field, int Index)[] steps, DeliveryScope? scope)
    : ResponsePart(whole, steps, scope)
{
    private readonly object[] _path = new ResponsePath(steps).ToArray();
    private ObjectNode? _node;

    public DeliveryGroup[] Groups => groups;

    /// <summary>Whether it is to be resolved, or was already.</summary>
    public bool IsDue { get; set; }

    /// <summary>Whether no fragment that it belongs to can be delivered any more.</summary>
    public bool IsUnwanted => Array.TrueForAll(groups, group => group.State == DeliveryState.Over);

    /// <summary>Lists within the fields whose items come even later.</summary>
    public List<DeliveryStream> Streams { get; } = [];

    /// <summary>
    /// The fragment by whose id the client finds the object with the fewest further steps, and those steps. Specification, working draft:
    /// 7.1.6 Incremental, sub path.
    /// </summary>
    public (string Id, object[]? SubPath) Locate(DeliveryGroup group)
    {
        var nearest = group;
        foreach (var other in groups)
        {
            if (other.IsAnnounced && other.Path.Length > nearest.Path.Length) nearest = other;
        }

        return (nearest.Id!, nearest.Path.Length == _path.Length ? null : _path[nearest.Path.Length..]);
    }

    protected override object[] Path => _path;

    protected override void Resolve()
    {
        _node = source.With(Operation, selection);
        if (_node.Slots.Length == 0) return;
        Enter();
        _node.Run();
    }

    protected override void Write(ResponseBuilder builder, JsonOutput output)
    {
        if (builder.WriteFields(selection, _node!.Value, _node.Slots))
        {
            Errors = Operation.KnownErrors;
            return;
        }

        output.Clear();
        Deferred.CutTo(0);
        (HasFailed, Failure) = (true, Operation.KnownErrors);
    }
}
