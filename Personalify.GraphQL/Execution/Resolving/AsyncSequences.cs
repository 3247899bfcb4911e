using System.Collections.Concurrent;
using System.Reflection;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Execution;

/// <summary>Reads <see cref="IAsyncEnumerable{T}"/> of any item type.</summary>
internal static class AsyncSequences
{
    private static readonly ConcurrentDictionary<Type, Reader?> Readers = new();
    private static readonly ConcurrentDictionary<Type, Func<object, IAsyncEnumerable<object?>>?> Boxed = new();

    public delegate ValueTask<object?[]> Reader(object sequence, CancellationToken cancellationToken);

    /// <summary>How to read a value, or <c>null</c> when it is no such sequence.</summary>
    public static Reader? Find(object value) => Readers.GetOrAdd(value.GetType(), static type =>
        type.GetInterfaces().FirstOrDefault(IsSequence) is { } sequence ? Make<Reader>(nameof(ReadAsync), sequence) : null);

    /// <summary>How to read a value's items one by one, or <c>null</c> when it is no such sequence.</summary>
    public static Func<object, IAsyncEnumerable<object?>>? FindBoxed(object value) => Boxed.GetOrAdd(value.GetType(), static type =>
        type.GetInterfaces().FirstOrDefault(IsSequence) is { } sequence ? Make<Func<object, IAsyncEnumerable<object?>>>(nameof(Box), sequence) : null);

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static TDelegate Make<TDelegate>(string method, Type sequence)
        where TDelegate : Delegate => typeof(AsyncSequences)
            .GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(sequence.GenericTypeArguments)
            .CreateDelegate<TDelegate>();

    private static IAsyncEnumerable<object?> Box<T>(object sequence) => SourceStream.Box((IAsyncEnumerable<T>)sequence);

    private static async ValueTask<object?[]> ReadAsync<T>(object sequence, CancellationToken cancellationToken)
    {
        var items = new List<object?>();
        await foreach (var item in ((IAsyncEnumerable<T>)sequence).WithCancellation(cancellationToken).ConfigureAwait(false)) items.Add(item);
        return [.. items];
    }
}
