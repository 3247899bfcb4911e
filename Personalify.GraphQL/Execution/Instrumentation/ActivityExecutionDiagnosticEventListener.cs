using System.Diagnostics;
using System.Text;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;
using Names = Personalify.GraphQL.Execution.SemanticConventions;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Requests as spans. No error message, variable or result goes into one, because each may be about a person; the document only when asked.
/// </summary>
internal sealed class ActivityExecutionDiagnosticEventListener(ActivitySource source, InstrumentationOptions options) : ExecutionDiagnosticEventListener
{
    private const string SourceStream = "GraphQL Source Stream Creation";

    public override bool IsEnabled => source.HasListeners();

    public override bool EnableResolveFieldValue => options.Has(ActivityScopes.ResolveFieldValue);

    public override IDisposable ExecuteRequest(RequestContext context)
    {
        if (!options.Has(ActivityScopes.ExecuteRequest) || source.StartActivity(Names.Operation, ActivityKind.Server) is not { } activity) return EmptyScope;
        context.Activity = activity;
        return new RequestActivity(activity, context, options);
    }

    /// <summary>A trace of its own for each event, linked to the request that has subscribed: a trace that grows for days is of no use.</summary>
    public override IDisposable OnSubscriptionEvent(RequestContext context)
    {
        if (!options.Has(ActivityScopes.ExecuteRequest)) return EmptyScope;
        var links = context.Subscription?.Activity is { } subscription ? new[] { new ActivityLink(subscription.Context) } : null;
        Activity.Current = null;
        if (source.StartActivity("GraphQL Subscription Event", ActivityKind.Server, default(ActivityContext), links: links) is not { } activity) return EmptyScope;
        context.Activity = activity;
        return new RequestActivity(activity, context, options);
    }

    public override IDisposable ParseDocument(RequestContext context) => Start(ActivityScopes.ParseDocument, "GraphQL Document Parsing", "parse");

    public override IDisposable ValidateDocument(RequestContext context) => Start(ActivityScopes.ValidateDocument, "GraphQL Document Validation", "validate");

    public override void ValidationErrors(RequestContext context, IReadOnlyList<GraphQLError> errors)
    {
        if (Activity.Current is { OperationName: "GraphQL Document Validation" } validation && validation.Source == source) validation.SetStatus(ActivityStatusCode.Error);
    }

    public override IDisposable CoerceVariables(RequestContext context) => Start(ActivityScopes.CoerceVariables, "GraphQL Variable Coercion", "variable_coercion");

    public override IDisposable CompileOperation(RequestContext context) => Start(ActivityScopes.CompileOperation, "GraphQL Operation Planning", "plan");

    public override IDisposable AnalyzeOperationCost(RequestContext context) => Start(ActivityScopes.AnalyzeOperationCost, "GraphQL Operation Cost Analysis", "cost_analysis");

    public override void OperationCost(RequestContext context, double fieldCost, double typeCost) =>
        context.Activity?.SetTag(Names.FieldCost, fieldCost).SetTag(Names.TypeCost, typeCost);

    public override IDisposable ExecuteOperation(RequestContext context) => Start(ActivityScopes.ExecuteOperation, "GraphQL Operation Execution", "execute");

    public override IDisposable CreateSourceEventStream(RequestContext context) => Start(ActivityScopes.CreateSourceEventStream, SourceStream, "subscribe");

    /// <summary>A source that cannot be opened is the only error of a field while its opening is what happens.</summary>
    public override void ResolverError(RequestContext context, ISelection selection, GraphQLError error)
    {
        if (Activity.Current is { OperationName: SourceStream } opening && opening.Source == source)
            opening.SetStatus(ActivityStatusCode.Error).SetTag(Names.ErrorType, error.Code ?? Names.OtherError);
    }

    public override IDisposable ExecuteStream(RequestContext context) =>
        options.Has(ActivityScopes.ExecuteStream) && source.StartActivity("GraphQL Response Stream") is { } activity ? new StreamActivity(activity, context) : EmptyScope;

    public override IDisposable ResolveFieldValue(IResolverContext context)
    {
        var (type, field) = (context.ObjectType.Name, context.Field.Name);
        if (source.StartActivity($"{type}.{field}") is not { } activity) return EmptyScope;
        if (!activity.IsAllDataRequested) return activity;
        return activity.SetTag(Names.ProcessingType, "resolve").SetTag(Names.SelectionName, context.ResponseName)
            .SetTag(Names.SelectionPath, string.Join('.', context.Path)).SetTag(Names.FieldName, field)
            .SetTag(Names.FieldParentType, type).SetTag(Names.FieldCoordinate, activity.OperationName);
    }

    public override void RequestError(RequestContext context, Exception error) =>
        context.Activity?.SetStatus(ActivityStatusCode.Error).SetTag(Names.ErrorType, error.GetType().FullName);

    public override void SubscriptionEventError(RequestContext context, Exception error) => RequestError(context, error);

    public override void AddedDocumentToCache(RequestContext context) => Note(context, nameof(AddedDocumentToCache));

    public override void RetrievedDocumentFromCache(RequestContext context) => Note(context, nameof(RetrievedDocumentFromCache));

    public override void RetrievedDocumentFromStorage(RequestContext context) => Note(context, nameof(RetrievedDocumentFromStorage));

    public override void DocumentNotFoundInStorage(RequestContext context, OperationDocumentId documentId) => Note(context, nameof(DocumentNotFoundInStorage));

    public override void UntrustedDocumentRejected(RequestContext context) => Note(context, nameof(UntrustedDocumentRejected));

    public override void AddedOperationToCache(RequestContext context) => Note(context, nameof(AddedOperationToCache));

    public override void RetrievedOperationFromCache(RequestContext context) => Note(context, nameof(RetrievedOperationFromCache));

    private IDisposable Start(ActivityScopes scope, string name, string processing) =>
        (options.Has(scope) ? source.StartActivity(name)?.SetTag(Names.ProcessingType, processing) : null) ?? EmptyScope;

    private static void Note(RequestContext context, string happened)
    {
        if (context.Activity is { IsAllDataRequested: true } activity) activity.AddEvent(new ActivityEvent(happened));
    }
}
