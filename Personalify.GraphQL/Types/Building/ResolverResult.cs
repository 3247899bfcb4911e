using System.Threading.Tasks.Sources;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes what resolvers return one type, without a state machine for what has completed already.</summary>
internal static class ResolverResult
{
    public static ValueTask<object?> FromValue<T>(T value) => new(value);

    public static ValueTask<object?> FromTask<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : new ValueTask<object?>(new PendingResult<T>(task), 0);

    public static ValueTask<object?> FromValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

    private static async ValueTask<object?> Await<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}

/// <summary>
/// A task of any type as one of <c>object</c>. Whoever awaits it awaits the task itself: no state machine stands between.
/// </summary>
internal sealed class PendingResult<T>(Task<T> task) : IValueTaskSource<object?>
{
    private Action<object?>? _continuation;
    private object? _state;

    object? IValueTaskSource<object?>.GetResult(short token) => task.GetAwaiter().GetResult();

    ValueTaskSourceStatus IValueTaskSource<object?>.GetStatus(short token) => task.Status switch
    {
        TaskStatus.RanToCompletion => ValueTaskSourceStatus.Succeeded,
        TaskStatus.Faulted => ValueTaskSourceStatus.Faulted,
        TaskStatus.Canceled => ValueTaskSourceStatus.Canceled,
        _ => ValueTaskSourceStatus.Pending,
    };

    void IValueTaskSource<object?>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        (_continuation, _state) = (continuation, state);
        var awaiter = task.ConfigureAwait(flags.HasFlag(ValueTaskSourceOnCompletedFlags.UseSchedulingContext)).GetAwaiter();
        if (flags.HasFlag(ValueTaskSourceOnCompletedFlags.FlowExecutionContext)) awaiter.OnCompleted(Continue);
        else awaiter.UnsafeOnCompleted(Continue);
    }

    private void Continue() => _continuation!(_state);
}
