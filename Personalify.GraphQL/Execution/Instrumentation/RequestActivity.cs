using System.Diagnostics;
using System.Text;
using Personalify.GraphQL.Errors;
using Names = Personalify.GraphQL.Execution.SemanticConventions;

namespace Personalify.GraphQL.Execution;

/// <summary>The span of a request, which is described when it ends: only then its operation and its errors are known.</summary>
internal sealed class RequestActivity(Activity activity, RequestContext context, InstrumentationOptions options) : IDisposable
{
    /// <summary>A request may have thousands of errors; the first few say what is wrong.</summary>
    private const int MostErrors = 8;

    public void Dispose()
    {
        if (context.OperationType is { } type) Name(Names.Of(type), Names.Short(context.OperationName));
        if (activity.IsAllDataRequested) Describe();
        if (context.Result is { Errors: { Count: > 0 } errors }) Fail(errors);
        activity.Dispose();
    }

    /// <summary>The name of the span has no name of a client in it, as the conventions have it: there may be too many.</summary>
    private void Name(string type, string? name)
    {
        if (context.Subscription is null) activity.DisplayName = type;
        activity.SetTag(Names.OperationType, type).SetTag(Names.OperationName, name);
        if (!options.RenameRootActivity || activity.Parent is not { } root) return;
        while (root.Parent is { } parent) root = parent;
        root.DisplayName = $"{root.DisplayName}: {(name is null ? type : $"{type} {name}")}";
    }

    private void Describe()
    {
        activity.SetTag(Names.DocumentHash, context.DocumentHash);
        if (context.DocumentId is { } id) activity.SetTag(Names.DocumentId, id.ToString());
        if (options.IncludeDocument) activity.SetTag(Names.Document, Encoding.UTF8.GetString(context.DocumentText.Span));
    }

    private void Fail(IReadOnlyList<GraphQLError> errors)
    {
        activity.SetStatus(ActivityStatusCode.Error);
        activity.SetTag(Names.ErrorType, errors[0].Code ?? Names.OtherError).SetTag(Names.ErrorCount, errors.Count);
        if (!activity.IsAllDataRequested) return;
        foreach (var error in errors.Take(MostErrors)) activity.AddEvent(new ActivityEvent(Names.ExceptionEvent, tags: Describe(error)));
    }

    private static ActivityTagsCollection Describe(GraphQLError error) => new()
    {
        [Names.ExceptionType] = error.Exception?.GetType().FullName,
        [Names.ErrorType] = error.Code,
        [Names.ErrorPath] = error.Path is { } path ? string.Join('.', path) : null,
        [Names.ErrorLocations] = error.Locations.Select(location => $"{location.Line}:{location.Column}").ToArray(),
    };
}
