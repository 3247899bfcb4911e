namespace Personalify.GraphQL.Execution;

/// <summary>The items of a list that were not delivered with it, as its field has resolved them.</summary>
/// <param name="Usage">How the client wants them.</param>
/// <param name="Shape">What an item is.</param>
/// <param name="Parent">The object with the list.</param>
/// <param name="Reader">Reads them.</param>
/// <param name="First">The index of the first of them.</param>
internal sealed record LaterItems(StreamUsage Usage, OutputShape Shape, ResponseNode Parent, ItemReader Reader, int First);

/// <summary>A list whose items come later: one part after the other, and no further ahead than the client has taken.</summary>
internal sealed class DeliveryStream(OperationContext whole, LaterItems items, (FieldPlan? Field, int Index)[] steps)
    : Delivery(new ResponsePath(steps).ToArray(), items.Usage.Label)
{
    private int _next = items.First;

    public ItemReader Reader => items.Reader;

    public LaterItems Items => items;

    public StreamedPart NextPart() => new(whole, this, steps, _next);

    /// <summary>So many items were delivered.</summary>
    public void Advance(int count) => _next += count;
}
