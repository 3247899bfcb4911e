using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Items of a list that are delivered together. An item that cannot be null and is ends the stream; those before it are delivered.</summary>
internal sealed class StreamedPart(OperationContext whole, DeliveryStream stream, (FieldPlan? Field, int Index)[] steps, int first)
    : ResponsePart(whole, steps, null)
{
    private readonly object?[] _read = new object?[1];

    public DeliveryStream Stream => stream;

    /// <summary>How many items were written.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the list has no more items.</summary>
    public bool IsLast { get; private set; }

    public bool HasItems => Count > 0 && !Json.IsEmpty;

    protected override object[] Path => stream.Path;

    protected override void Resolve() => new StreamedItemsJob(Operation, stream.Items, new Place(stream.Items.Parent, _read, 0), first).Start();

    protected override void Write(ResponseBuilder builder, JsonOutput output)
    {
        if (_read[0] is ListNode list)
        {
            WriteItems(builder, output, list);
            return;
        }

        builder.Fail(stream.Items.Usage.Items, ((FieldFailure)_read[0]!).Exception);
        Fail(0);
    }

    private void WriteItems(ResponseBuilder builder, JsonOutput output, ListNode list)
    {
        IsLast = stream.Reader.HasEnded;
        output.Write((byte)'[');
        while (Count < list.Items.Length && !HasFailed)
        {
            var (position, errors) = (output.Position, Operation.KnownErrors.Count);
            if (builder.WriteStreamedItem(stream.Items, Count, first + Count, list.Items[Count]))
            {
                Count++;
                continue;
            }

            output.CutTo(position);
            Deferred.CutTo(position);
            Fail(errors);
        }

        output.Write((byte)']');
        if (!HasFailed) Errors = Operation.KnownErrors;
    }

    /// <summary>What went wrong before belongs to items that are delivered.</summary>
    private void Fail(int errorsBefore)
    {
        var errors = Operation.KnownErrors;
        (HasFailed, Errors, Failure) = (true, [.. errors.Take(errorsBefore)], [.. errors.Skip(errorsBefore)]);
    }
}
