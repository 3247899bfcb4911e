using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL.Execution;

/// <summary>Code of the schema's author that produces something for a position, now or later; its failure is the position's.</summary>
internal abstract class FieldJob<TResult>(OperationContext operation, FieldPlan plan, Place place) : Job(operation.Scheduler)
{
    private ValueTask<TResult> _pending;

    protected OperationContext Operation => operation;

    protected FieldPlan Plan => plan;

    protected Place Place => place;

    [SuppressMessage("Reliability", "CA2012", Justification = "Kept until it is completed, and consumed once, by Run.")]
    public virtual void Start()
    {
        Scheduler.Begin(this);
        operation.Part?.Enter();
        try
        {
            _pending = Invoke();
        }
        catch (Exception error)
        {
            _pending = ValueTask.FromException<TResult>(error);
        }

        Scheduler.Leave();
        if (_pending.IsCompleted)
        {
            Run();
            return;
        }

        if (!MayLoad) Scheduler.StandBy(this);
        _pending.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Post);
    }

    /// <summary>Whether the job, or what comes of its result, may still load. A wrong no splits a batch, and nothing worse.</summary>
    protected virtual bool MayLoad => true;

    public override void Run()
    {
        Scheduler.End(this);
        try
        {
            Complete(_pending.GetAwaiter().GetResult());
        }
        catch (Exception error)
        {
            place.Fail(error);
        }

        operation.Part?.Leave();
    }

    protected abstract ValueTask<TResult> Invoke();

    protected abstract void Complete(TResult result);
}

/// <summary>Asks the schema's author of what object type a value is.</summary>
internal sealed class TypeCheckJob(OperationContext operation, FieldPlan field, OutputShape shape, Place place, object value)
    : FieldJob<Types.ObjectType>(operation, field, place)
{
    protected override ValueTask<Types.ObjectType> Invoke() =>
        RuntimeTypes.FindAsync(Plan, shape, value, new ResolverJob(Operation, Place.Node.Object, Plan, Place));

    protected override void Complete(Types.ObjectType type) => FieldResolution.Descend(Operation, Plan, Place, type, value);
}

/// <summary>Reads a sequence that arrives item by item.</summary>
internal sealed class SequenceJob(
    OperationContext operation, FieldPlan field, OutputShape shape, Place place, AsyncSequences.Reader read, object sequence)
    : FieldJob<object?[]>(operation, field, place)
{
    protected override ValueTask<object?[]> Invoke() => read(sequence, Operation.Lifetime.Token);

    protected override void Complete(object?[] items) => FieldResolution.CompleteItems(Operation, Plan, shape.Item!, Place, items);
}
