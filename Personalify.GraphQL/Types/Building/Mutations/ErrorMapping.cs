using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>A declared error: its object type and, when exceptions become it, which and how.</summary>
internal sealed record ErrorSource(ObjectType Type, Type? Exception, Func<Exception, object>? Create);

/// <summary>Turns what a mutation throws into the errors that it declares.</summary>
internal sealed class ErrorMapping(IReadOnlyList<ErrorSource> sources)
{
    /// <summary>
    /// The errors of an exception, or <c>null</c> when nothing is declared for it. The declaration that is nearest to its class
    /// wins; a <see cref="GraphQLException"/>, such as a refusal to who may not, is always an error of the response. Each part of an <see cref="AggregateException"/> is an error; one that is not declared makes the whole undeclared.
    /// </summary>
    public IReadOnlyList<object>? Map(Exception exception)
    {
        if (MapOne(exception) is { } error) return [error];
        if (exception is not AggregateException aggregate) return null;
        var errors = aggregate.Flatten().InnerExceptions.Select(MapOne).OfType<object>().ToList();
        return errors.Count > 0 && errors.Count == aggregate.Flatten().InnerExceptions.Count ? errors : null;
    }

    private object? MapOne(Exception exception)
    {
        if (exception is GraphQLException) return null;
        for (var type = exception.GetType(); type != typeof(object); type = type.BaseType!)
        {
            if (sources.FirstOrDefault(source => source.Exception == type) is { } found) return found.Create!(exception);
        }

        return null;
    }
}
