using System.Collections;

namespace Personalify.GraphQL.Execution;

/// <summary>Reads the first items of a list whose others come later.</summary>
internal sealed class StreamOpeningJob(OperationContext operation, FieldPlan field, Place place, object sequence)
    : FieldJob<object?[]>(operation, field, place)
{
    private readonly StreamUsage _usage = field.Deferral!.Stream!;
    private ItemReader? _reader;

    /// <summary>Starts it for a value that is a list.</summary>
    public static void Start(OperationContext operation, FieldPlan field, Place place, object value)
    {
        if (value is string || (value is not IEnumerable && AsyncSequences.Find(value) is null)) throw RuntimeTypes.NoList(field);
        new StreamOpeningJob(operation, field, place, value).Start();
    }

    protected override ValueTask<object?[]> Invoke()
    {
        var count = _usage.InitialCount(Operation.Variables);
        _reader = ItemReader.Open(sequence, error => Operation.Errors.WarnOfDisposal(Plan, error), Operation.Lifetime.Token);
        Operation.Deferred!.Budget.Add(_reader);
        return _reader.ReadAsync(count);
    }

    protected override void Complete(object?[] items)
    {
        var later = _reader!.HasEnded ? null : new LaterItems(_usage, Plan.Shape.Item!, Place.Node, _reader, items.Length);
        if (later is null) Operation.Deferred!.Budget.Remove(_reader);
        FieldResolution.CompleteItems(Operation, Plan, Plan.Shape.Item!, Place, new ListNode(items, Place.Node, Plan, Place.Index) { Later = later });
    }
}

/// <summary>Reads further items, and resolves what is below them.</summary>
internal sealed class StreamedItemsJob(OperationContext operation, LaterItems items, Place place, int first)
    : FieldJob<object?[]>(operation, items.Usage.Items, place)
{
    protected override ValueTask<object?[]> Invoke() => items.Reader.ReadSomeAsync();

    protected override void Complete(object?[] read) => FieldResolution.CompleteItems(
        Operation, Plan, items.Shape, Place, new ListNode(read, Place.Node, Plan, Place.Index) { First = first });
}
