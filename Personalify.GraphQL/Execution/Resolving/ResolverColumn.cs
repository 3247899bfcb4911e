using System.Diagnostics.CodeAnalysis;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The calls of one resolver for the objects of a list, as one job: one call goes from parent to parent, and what waits keeps no more than its task. Each call is
/// counted by itself, so that batches go at the same time as if each were a job. For resolvers that keep nothing of their call.
/// </summary>
internal sealed class ResolverColumn(OperationContext operation, ObjectRows rows, FieldPlan field) : ResolverJob(operation, rows.Nodes[0], field, default)
{
    private readonly CallState[] _states = new CallState[rows.Count];
    private Task?[]? _waiting;

    /// <summary>How many tasks have not said yet that they are completed, as far as the loop knows.</summary>
    private int _expected;

    /// <summary>How many have said so since the loop looked last. Who raises it from zero lets the loop look.</summary>
    private int _arrived;

    public override ref CallState StateOf(int call) => ref _states[call];

    public override void Start()
    {
        Operation.Part?.Enter();
        for (var call = 0; call < rows.Count; call++) Start(call);
        if (_expected > 0) Scheduler.Hold();
        else Operation.Part?.Leave();
    }

    /// <summary>Takes the results that have come. It is over when every task has said so, and not before: nothing may reach the loop later.</summary>
    public override void Run()
    {
        _expected -= Interlocked.Exchange(ref _arrived, 0);
        for (var call = 0; call < rows.Count; call++)
        {
            if (_waiting![call] is not { IsCompleted: true } task) continue;
            _waiting[call] = null;
            Finish(call, task, default);
        }

        if (_expected > 0) return;
        Scheduler.Release();
        Operation.Part?.Leave();
    }

    protected override void Arrive()
    {
        if (Interlocked.Increment(ref _arrived) == 1) Scheduler.Post(this);
    }

    [SuppressMessage("Reliability", "CA2012", Justification = "Completed, or else the task behind it is taken in its place.")]
    private void Start(int call)
    {
        MoveTo(rows.Nodes[call]);
        Scheduler.Begin(this, call);
        ValueTask<object?> value;
        try
        {
            value = Invoke();
        }
        catch (Exception error)
        {
            value = ValueTask.FromException<object?>(error);
        }

        Scheduler.Leave();
        if (TakeAwaited() is { } task) Await(call, task);
        else Finish(call, null, value);
    }

    private void Await(int call, Task task)
    {
        if (!MayLoad) Scheduler.StandBy(this, call);
        (_waiting ??= new Task?[rows.Count])[call] = task;
        _expected++;
        task.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Post);
    }

    private void Finish(int call, Task? task, ValueTask<object?> value)
    {
        Scheduler.End(this, call);
        var node = rows.Nodes[call];
        var place = new Place(node, node.Slots, Plan.Slot);
        try
        {
            FieldResolution.Complete(Operation, Plan, Plan.Shape, place, task is null ? value.GetAwaiter().GetResult() : ResultOf(task));
        }
        catch (Exception error)
        {
            place.Fail(error);
        }
    }
}
