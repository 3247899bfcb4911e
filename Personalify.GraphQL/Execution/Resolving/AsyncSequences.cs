using System.Collections.Concurrent;
using System.Reflection;

namespace Personalify.GraphQL.Execution;

/// <summary>Reads <see cref="IAsyncEnumerable{T}"/> of any item type.</summary>
internal static class AsyncSequences
{
    private static readonly ConcurrentDictionary<Type, Reader?> Readers = new();

    public delegate ValueTask<object?[]> Reader(object sequence, CancellationToken cancellationToken);

    /// <summary>How to read a value, or <c>null</c> when it is no such sequence.</summary>
    public static Reader? Find(object value) => Readers.GetOrAdd(value.GetType(), static type =>
        type.GetInterfaces().FirstOrDefault(IsSequence) is { } sequence ? Make(sequence.GenericTypeArguments[0]) : null);

    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IAsyncEnumerable<>);

    private static Reader Make(Type itemType) => typeof(AsyncSequences)
        .GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(itemType)
        .CreateDelegate<Reader>();

    private static async ValueTask<object?[]> ReadAsync<T>(object sequence, CancellationToken cancellationToken)
    {
        var items = new List<object?>();
        await foreach (var item in ((IAsyncEnumerable<T>)sequence).WithCancellation(cancellationToken).ConfigureAwait(false)) items.Add(item);
        return [.. items];
    }
}
