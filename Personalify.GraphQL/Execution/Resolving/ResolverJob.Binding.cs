using System.Threading.Tasks.Sources;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Types;
using Personalify.GraphQL.Types.Building;

namespace Personalify.GraphQL.Execution;

/// <content>What bound resolvers ask of their call. It also is the value of the task that its resolver has returned.</content>
internal partial class ResolverJob : IBoundCall, IValueTaskSource<object?>
{
    private Task? _awaited;
    private Func<Task, object?>? _result;
    private bool _hasTakenLoader;

    object IBoundCall.ParentObject => _parent.Value;

    object? IBoundCall.FindLoader(Type type)
    {
        _hasTakenLoader = true;
        return Operation.RequireServices().FindLoader(type);
    }

    object? IBoundCall.FindSingleton(Type type) => Operation.RequireServices().FindSingleton(type);

    T IBoundCall.Share<T>(object key, Func<IBatchScheduler, T> make) => Operation.Share(key, make);

    bool IBoundCall.TryAwait(Task task, Func<Task, object?> result, out ValueTask<object?> pending)
    {
        pending = default;
        if (_awaited is not null) return false;
        (_awaited, _result) = (task, result);
        pending = new ValueTask<object?>(this, 0);
        return true;
    }

    void IBoundCall.Publish<T>(Connection<T> page)
    {
        if (Operation.Wants(typeof(T))) Operation.RequireServices().Loaders.PublishMany([.. page.Edges.Select(edge => edge.Node)]);
    }

    /// <summary>The task that stands behind what the resolver has returned; <c>null</c> when that was completed. It is the caller's from then on.</summary>
    protected Task? TakeAwaited()
    {
        var task = _awaited;
        _awaited = null;
        return task;
    }

    /// <summary>The result of a task that was taken.</summary>
    protected object? ResultOf(Task awaited) => _result!(awaited);

    object? IValueTaskSource<object?>.GetResult(short token) => _result!(_awaited!);

    ValueTaskSourceStatus IValueTaskSource<object?>.GetStatus(short token) => AwaitedResult.StatusOf(_awaited!);

    /// <summary>The loop waits with an action that the job has anyway, so it can wait for the task itself; whoever else waits brings a state.</summary>
    void IValueTaskSource<object?>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags)
    {
        if (ReferenceEquals(state, Post)) _awaited!.ConfigureAwait(false).GetAwaiter().UnsafeOnCompleted(Post);
        else new AwaitedResult(_awaited!, _result!).OnCompleted(continuation, state, token, flags);
    }
}
