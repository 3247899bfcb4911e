using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Tells the listeners of one request what happens to it. Where nobody listens there is none, and nothing to tell.</summary>
internal sealed class RequestEvents(
    ExecutionDiagnosticEventListener[] listeners, ExecutionDiagnosticEventListener[] fieldListeners, DataLoaderDiagnosticEventListener? loaders, RequestContext context)
{
    private bool _hasToldErrors;

    public RequestContext Context => context;

    /// <summary>Who listens to the request's DataLoaders.</summary>
    public DataLoaderDiagnosticEventListener? Loaders => loaders;

    public bool ObservesFields => fieldListeners.Length > 0;

    public IDisposable ExecuteRequest() => Open(static (listener, context) => listener.ExecuteRequest(context));

    public IDisposable ParseDocument() => Open(static (listener, context) => listener.ParseDocument(context));

    public IDisposable ValidateDocument() => Open(static (listener, context) => listener.ValidateDocument(context));

    public IDisposable CoerceVariables() => Open(static (listener, context) => listener.CoerceVariables(context));

    public IDisposable CompileOperation() => Open(static (listener, context) => listener.CompileOperation(context));

    public IDisposable AnalyzeOperationCost() => Open(static (listener, context) => listener.AnalyzeOperationCost(context));

    public IDisposable ExecuteOperation() => Open(static (listener, context) => listener.ExecuteOperation(context));

    public IDisposable ExecuteStream() => Open(static (listener, context) => listener.ExecuteStream(context));

    public IDisposable ExecuteDeferredTask() => Open(static (listener, context) => listener.ExecuteDeferredTask(context));

    public IDisposable CreateSourceEventStream() => Open(static (listener, context) => listener.CreateSourceEventStream(context));

    public IDisposable ExecuteSubscription() => Open(static (listener, context) => listener.ExecuteSubscription(context));

    public IDisposable OnSubscriptionEvent() => Open(static (listener, context) => listener.OnSubscriptionEvent(context));

    public IDisposable ResolveFieldValue(IResolverContext field) =>
        ScopeSet.Open(fieldListeners, field, static (listener, field) => listener.ResolveFieldValue(field));

    public void ValidationErrors(IReadOnlyList<GraphQLError> errors)
    {
        _hasToldErrors = true;
        foreach (var listener in listeners) listener.ValidationErrors(context, errors);
    }

    public void RequestError(Exception error)
    {
        context.HasFailed = true;
        foreach (var listener in listeners) listener.RequestError(context, error);
    }

    public void ResolverError(ISelection selection, GraphQLError error)
    {
        foreach (var listener in listeners) listener.ResolverError(context, selection, error);
    }

    public void SubscriptionEventError(Exception error)
    {
        foreach (var listener in listeners) listener.SubscriptionEventError(context, error);
    }

    public void StreamResult(IncrementalPayload result)
    {
        context.Add(result);
        foreach (var listener in listeners) listener.StreamResult(context, result);
    }

    public void OperationCost(OperationCost cost)
    {
        foreach (var listener in listeners) listener.OperationCost(context, cost.FieldCost, cost.TypeCost);
    }

    public void AddedDocumentToCache() => Tell(static (listener, context) => listener.AddedDocumentToCache(context));

    public void RetrievedDocumentFromCache() => Tell(static (listener, context) => listener.RetrievedDocumentFromCache(context));

    public void AddedOperationToCache() => Tell(static (listener, context) => listener.AddedOperationToCache(context));

    public void RetrievedOperationFromCache() => Tell(static (listener, context) => listener.RetrievedOperationFromCache(context));

    public void UntrustedDocumentRejected() => Tell(static (listener, context) => listener.UntrustedDocumentRejected(context));

    public void RetrievedDocumentFromStorage(OperationDocumentId id)
    {
        context.DocumentId = id;
        Tell(static (listener, context) => listener.RetrievedDocumentFromStorage(context));
    }

    public void DocumentNotFoundInStorage(OperationDocumentId id)
    {
        foreach (var listener in listeners) listener.DocumentNotFoundInStorage(context, id);
    }

    /// <summary>The result is there; those who have not heard why the request was refused hear it now.</summary>
    public void Complete(ExecutionResult result)
    {
        context.Result = result;
        if (result.Kind == RequestErrorKind.None || _hasToldErrors) return;
        foreach (var listener in listeners)
        {
            foreach (var error in result.Errors) listener.RequestError(context, error);
        }
    }

    private IDisposable Open(Func<ExecutionDiagnosticEventListener, RequestContext, IDisposable> open) => ScopeSet.Open(listeners, context, open);

    private void Tell(Action<ExecutionDiagnosticEventListener, RequestContext> tell)
    {
        foreach (var listener in listeners) tell(listener, context);
    }
}
