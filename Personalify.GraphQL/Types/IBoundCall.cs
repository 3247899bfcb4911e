using Personalify.GraphQL.DataLoading;

namespace Personalify.GraphQL.Types;

/// <summary>
/// What resolvers that were bound to C# members ask of their call: the same as everybody may ask of an <see cref="IResolverContext"/>,
/// without the price of it being asked by anybody. A context that is none, such as a test's, is asked the long way.
/// </summary>
internal interface IBoundCall
{
    /// <summary>The parent object as it is; <see cref="IResolverContext.Parent{T}"/> costs a look-up of the generic method at each call.</summary>
    object ParentObject { get; }

    /// <summary>A DataLoader of the request.</summary>
    object? FindLoader(Type type);

    /// <summary>A service that needs no scope, or <c>null</c>.</summary>
    object? FindSingleton(Type type);

    /// <summary>What calls of the request have in common by a key, made for its scheduler when the first of them asks.</summary>
    T Share<T>(object key, Func<IBatchScheduler, T> make)
        where T : class;

    /// <summary>
    /// Makes the call itself what is awaited for the task's value, so that nothing needs to be made for it. A call stands for one task: false
    /// when it stands for another already.
    /// </summary>
    /// <param name="task">A task that is not completed.</param>
    /// <param name="result">Reads its result.</param>
    /// <param name="pending">The call as the task's value.</param>
    bool TryAwait(Task task, Func<Task, object?> result, out ValueTask<object?> pending);

    /// <summary>Lets DataLoaders with a lookup for such items use those of a page. Free where there are none.</summary>
    void Publish<T>(Connection<T> page);
}
