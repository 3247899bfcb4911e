using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types.Building;

/// <summary>
/// The context of a batch: what its parameters read of each call they read of <see cref="Calls"/>, and what they share of the first.
/// </summary>
internal sealed class BatchContext(IReadOnlyList<IResolverContext> calls) : ForwardedContext(calls[0]), IBoundCall
{
    private readonly IBoundCall? _first = calls[0] as IBoundCall;

    /// <summary>The calls that are made together.</summary>
    public IReadOnlyList<IResolverContext> Calls => calls;

    object IBoundCall.ParentObject => calls[0].Parent<object>();

    object? IBoundCall.FindLoader(Type type) => _first?.FindLoader(type);

    object? IBoundCall.FindSingleton(Type type) => _first?.FindSingleton(type);

    void IBoundCall.Publish<T>(Connection<T> page) => _first?.Publish(page);

    T IBoundCall.Share<T>(object key, Func<IBatchScheduler, T> make) =>
        _first?.Share(key, make) ?? throw new InvalidOperationException("Only calls of one request share something.");

    bool IBoundCall.TryAwait(Task task, Func<Task, object?> result, out ValueTask<object?> pending)
    {
        pending = default;
        return false;
    }
}
