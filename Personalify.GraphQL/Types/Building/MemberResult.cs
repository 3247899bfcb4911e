using System.ComponentModel;
using System.Threading.Tasks.Sources;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// Makes what resolvers return one type, without a state machine for what has completed already. For generated code; nobody needs to
/// call it.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MemberResult
{
    /// <summary>A value that is there.</summary>
    public static ValueTask<object?> FromValue<T>(T value) => new(value);

    /// <summary>A task's value. The call that <paramref name="context"/> is may become what is awaited for it.</summary>
    public static ValueTask<object?> FromTask<T>(Task<T> task, IResolverContext context)
    {
        if (task.IsCompletedSuccessfully) return new ValueTask<object?>(task.Result);
        return context is IBoundCall call && call.TryAwait(task, TaskResult<T>.Read, out var pending)
            ? pending
            : new ValueTask<object?>(new AwaitedResult(task, TaskResult<T>.Read), 0);
    }

    /// <summary>The same; behind one that is not completed there nearly always is a task, so asking for it costs nothing.</summary>
    public static ValueTask<object?> FromValueTask<T>(ValueTask<T> task, IResolverContext context) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : FromTask(task.AsTask(), context);

    /// <summary>One delegate for each type of result.</summary>
    private static class TaskResult<T>
    {
        public static Func<Task, object?> Read { get; } = static task => ((Task<T>)task).GetAwaiter().GetResult();
    }
}

/// <summary>
/// A task of any type as one of <c>object</c>. Whoever awaits it awaits the task itself: no state machine stands between.
/// </summary>
/// <param name="task">The task.</param>
/// <param name="result">Reads its result, or throws what it has failed with.</param>
internal sealed class AwaitedResult(Task task, Func<Task, object?> result) : IValueTaskSource<object?>
{
    private Action<object?>? _continuation;
    private object? _state;

    public static ValueTaskSourceStatus StatusOf(Task task) => task.Status switch
    {
        TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
        TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
        TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
        _ => ValueTaskSourceStatus.Pending,
    };

    public void OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        (_continuation, _state) = (continuation, state);
        var awaiter = task.ConfigureAwait((flags & ValueTaskSourceOnCompletedFlags.UseSchedulingContext) != 0).GetAwaiter();
        if ((flags & ValueTaskSourceOnCompletedFlags.FlowExecutionContext) != 0) awaiter.OnCompleted(Continue);
        else awaiter.UnsafeOnCompleted(Continue);
    }

    object? IValueTaskSource<object?>.GetResult(short token) => result(task);

    ValueTaskSourceStatus IValueTaskSource<object?>.GetStatus(short token) => StatusOf(task);

    private void Continue() => _continuation!(_state);
}
