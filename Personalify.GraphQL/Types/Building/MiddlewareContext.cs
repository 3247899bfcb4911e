using System.Collections.Immutable;
using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types.Building;

/// <summary>The context of one call of a field that has middleware: one for all of it, and for its resolver.</summary>
internal class MiddlewareContext(IResolverContext shared) : ForwardedContext(shared), IMiddlewareContext
{
    private object? _result;

    /// <summary>Whether somebody has left a result.</summary>
    public bool HasResult { get; private set; }

    /// <summary>State of this call alone, so that it goes when the call does.</summary>
    public override IImmutableDictionary<string, object?> LocalContextData { get; set; } = ImmutableDictionary<string, object?>.Empty;

    public override object? Result => _result;

    object? IMiddlewareContext.Result
    {
        get => _result;
        set => (_result, HasResult) = (value, true);
    }

    /// <summary>The context of a call, which what stands further outside may have made already.</summary>
    public static MiddlewareContext Of(IResolverContext context) => context as MiddlewareContext ?? (context is IBoundCall call ? new BoundContext(context, call) : new MiddlewareContext(context));

    /// <summary>The context of a call of the executor: what bound resolvers ask of that is answered as without middleware.</summary>
    private sealed class BoundContext(IResolverContext shared, IBoundCall call) : MiddlewareContext(shared), IBoundCall
    {
        object IBoundCall.ParentObject => call.ParentObject;

        object? IBoundCall.FindLoader(Type type) => call.FindLoader(type);

        object? IBoundCall.FindSingleton(Type type) => call.FindSingleton(type);

        T IBoundCall.Share<T>(object key, Func<IBatchScheduler, T> make) => call.Share(key, make);

        void IBoundCall.Publish<T>(Connection<T> page) => call.Publish(page);

        /// <summary>The call may be made anew by middleware, so it stands for no task.</summary>
        bool IBoundCall.TryAwait(Task task, Func<Task, object?> result, out ValueTask<object?> pending)
        {
            pending = default;
            return false;
        }
    }
}
