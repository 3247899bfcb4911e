using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Language;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// The errors of one operation. An exception becomes an error with path and locations; its message is sent only when it was
/// written for clients. Specification: 6.4.4 Handling Execution Errors.
/// </summary>
internal sealed class ErrorCollector(Source? source, ExecutionEnvironment environment, RequestEvents? events = null)
{
    private const string Unexpected = "Unexpected Execution Error";
    private List<GraphQLError>? _errors;

    public IReadOnlyList<GraphQLError> Errors => (IReadOnlyList<GraphQLError>?)_errors ?? [];

    /// <summary>A position failed.</summary>
    public void Add(Exception exception, FieldPlan field, object[] path) => Report(FromException(exception, field), field, path);

    /// <summary>A position that may not be null is.</summary>
    public void AddNull(FieldPlan field, object[] path) => Report(
        new GraphQLError($"Cannot return null for non-nullable field {field.Parent.Name}.{field.Field.Name}.").WithCode(ErrorCodes.NonNullViolation), field, path);

    /// <summary>Takes an error as it is; path and locations are filled in where it has none.</summary>
    public void Report(GraphQLError error, FieldPlan field, IReadOnlyList<object> path)
    {
        error = error with
        {
            Path = error.Path ?? path,
            Locations = error.Locations.Count > 0 ? error.Locations : GraphQLError.At(error.Message, source, [.. field.Nodes]).Locations,
        };
        foreach (var filter in environment.ErrorFilters) error = filter.OnError(error);
        lock (this) (_errors ??= []).Add(error);
        events?.ResolverError(field, error);
    }

    public void WarnOfBlocking(FieldPlan field, TimeSpan elapsed)
    {
        if (field.IsKnownToBlock) return;
        field.IsKnownToBlock = true;
        GraphQLLog.ResolverBlocks(environment.Logger, field.Parent.Name, field.Field.Name, elapsed.TotalMilliseconds);
    }

    /// <summary>A list could not be let go of.</summary>
    public void WarnOfDisposal(FieldPlan field, Exception error) => GraphQLLog.SourceDisposalFailed(environment.Logger, field.Field.Name, error);

    private GraphQLError FromException(Exception exception, FieldPlan field) => exception switch
    {
        GraphQLException known => known.Error with { Exception = known },
        CoercionException { Literal: { } literal } known => GraphQLError.At(known.Message, source, literal) with { Exception = known },
        CoercionException known => new GraphQLError(known.Message) { Exception = known },
        _ => FromUnexpected(exception, field),
    };

    private GraphQLError FromUnexpected(Exception exception, FieldPlan field)
    {
        GraphQLLog.ResolverFailed(environment.Logger, field.Parent.Name, field.Field.Name, exception);
        var error = new GraphQLError(Unexpected) { Exception = exception };
        return environment.Options.IncludeExceptionDetails ? error with { Extensions = Details(exception) } : error;
    }

    private static Dictionary<string, object?> Details(Exception exception) => new()
    {
        ["message"] = exception.Message,
        ["stackTrace"] = exception.StackTrace,
    };
}
