using System.Linq.Expressions;
using Personalify.GraphQL.Subscriptions;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Which CLR types are source streams, and how each is opened.</summary>
internal static class SourceStreamTypes
{
    /// <summary>What the events of a method's result are, <c>object</c> when it does not tell; <c>null</c> when it is no stream.</summary>
    public static Type? MessageOf(Type result)
    {
        var stream = Unwrap(result);
        if (ClrTypes.IsGeneric(stream, typeof(IAsyncEnumerable<>))) return stream.GenericTypeArguments[0];
        if (!typeof(ISourceStream).IsAssignableFrom(stream)) return null;
        var typed = stream.GetInterfaces().Prepend(stream).FirstOrDefault(type => ClrTypes.IsGeneric(type, typeof(ISourceStream<>)));
        return typed?.GenericTypeArguments[0] ?? typeof(object);
    }

    /// <summary>The call that makes the result an <see cref="ISourceStream"/> in a task.</summary>
    public static Expression Open(Expression result)
    {
        var stream = Unwrap(result.Type);
        var isSequence = ClrTypes.IsGeneric(stream, typeof(IAsyncEnumerable<>));
        var type = isSequence ? stream.GenericTypeArguments[0] : stream;
        if (stream == result.Type)
        {
            return isSequence
                ? Expression.Call(typeof(SourceStream), nameof(SourceStream.OpenSequence), [type], result)
                : Expression.Call(typeof(SourceStream), nameof(SourceStream.OpenStream), null, Expression.Convert(result, typeof(ISourceStream)));
        }

        var adapter = isSequence ? nameof(SourceStream.OpenSequenceAsync) : nameof(SourceStream.OpenStreamAsync);
        return Expression.Call(typeof(SourceStream), adapter, [type], AsValueTask(result, stream));
    }

    private static Expression AsValueTask(Expression task, Type stream)
    {
        var type = typeof(ValueTask<>).MakeGenericType(stream);
        return task.Type == type ? task : Expression.New(type.GetConstructor([task.Type])!, task);
    }

    private static Type Unwrap(Type type) => ClrTypes.IsGeneric(type, typeof(Task<>), typeof(ValueTask<>)) ? type.GenericTypeArguments[0] : type;
}
