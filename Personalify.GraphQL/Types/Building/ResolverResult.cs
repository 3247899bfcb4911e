using System.Runtime.CompilerServices;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Makes what resolvers return one type, without a state machine for what has completed already.</summary>
internal static class ResolverResult
{
    public static ValueTask<object?> FromValue<T>(T value) => new(value);

    public static ValueTask<object?> FromTask<T>(Task<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(new ValueTask<T>(task));

    public static ValueTask<object?> FromValueTask<T>(ValueTask<T> task) =>
        task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : Await(task);

    public static IAsyncEnumerable<object?> FromStream<T>(IAsyncEnumerable<T> stream) => Box(stream);

    private static async IAsyncEnumerable<object?> Box<T>(
        IAsyncEnumerable<T> stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var value in stream.WithCancellation(cancellationToken).ConfigureAwait(false)) yield return value;
    }

    private static async ValueTask<object?> Await<T>(ValueTask<T> task) => await task.ConfigureAwait(false);
}
