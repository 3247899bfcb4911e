using System.Collections.Concurrent;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Tests.Execution.Instrumentation;

/// <summary>What listeners have heard, in order; a scope is heard when it begins (+) and when it ends (-).</summary>
internal sealed class HeardEvents
{
    private readonly ConcurrentQueue<string> _events = new();

    public IReadOnlyList<string> Events => [.. _events];

    public void Add(string what) => _events.Enqueue(what);

    public IDisposable Open(string what)
    {
        Add("+" + what);
        return new Scope(this, what);
    }

    private sealed class Scope(HeardEvents log, string what) : IDisposable
    {
        public void Dispose() => log.Add("-" + what);
    }
}

/// <summary>Writes down every event of the execution.</summary>
internal sealed class RecordingListener(HeardEvents log, string name = "") : ExecutionDiagnosticEventListener
{
    public bool IsOn { get; set; } = true;

    public bool HearsFields { get; init; }

    /// <summary>The context of the request that was heard last.</summary>
    public RequestContext? Context { get; private set; }

    public override bool IsEnabled => IsOn;

    public override bool EnableResolveFieldValue => HearsFields;

    public override IDisposable ExecuteRequest(RequestContext context)
    {
        Context = context;
        return Open("request");
    }

    public override void RequestError(RequestContext context, GraphQLError error) => log.Add($"error {error.Code}");

    public override void RequestError(RequestContext context, Exception error) => log.Add($"failure {error.GetType().Name}");

    public override IDisposable ParseDocument(RequestContext context) => Open("parse");

    public override IDisposable ValidateDocument(RequestContext context) => Open("validate");

    public override void ValidationErrors(RequestContext context, IReadOnlyList<GraphQLError> errors) => log.Add($"invalid {errors.Count}");

    public override IDisposable CoerceVariables(RequestContext context) => Open("coerce");

    public override IDisposable CompileOperation(RequestContext context) => Open("compile");

    public override IDisposable AnalyzeOperationCost(RequestContext context) => Open("analyze");

    public override void OperationCost(RequestContext context, double fieldCost, double typeCost) => log.Add($"cost {fieldCost} {typeCost}");

    public override IDisposable ExecuteOperation(RequestContext context) => Open("execute");

    public override IDisposable ResolveFieldValue(IResolverContext context) => Open($"{context.ObjectType.Name}.{context.Field.Name}");

    public override void ResolverError(RequestContext context, ISelection selection, GraphQLError error) => log.Add($"{selection.ResponseName} failed: {error.Message}");

    public override IDisposable ExecuteStream(RequestContext context) => Open("stream");

    public override IDisposable ExecuteDeferredTask(RequestContext context) => Open("later");

    public override void StreamResult(RequestContext context, IncrementalPayload result) => log.Add($"result {result.Incremental.Count} {(result.HasNext ? "more" : "last")}");

    public override IDisposable CreateSourceEventStream(RequestContext context) => Open("source");

    public override IDisposable ExecuteSubscription(RequestContext context) => Open("subscription");

    public override IDisposable OnSubscriptionEvent(RequestContext context)
    {
        Assert.Same(Context, context.Subscription);
        return Open("event");
    }

    public override void SubscriptionEventError(RequestContext context, Exception error) => log.Add($"source failed: {error.Message}");

    public override void AddedDocumentToCache(RequestContext context) => log.Add("document kept");

    public override void RetrievedDocumentFromCache(RequestContext context) => log.Add("document known");

    public override void RetrievedDocumentFromStorage(RequestContext context) => log.Add($"stored {context.DocumentId}");

    public override void DocumentNotFoundInStorage(RequestContext context, OperationDocumentId documentId) => log.Add($"not stored {documentId}");

    public override void UntrustedDocumentRejected(RequestContext context) => log.Add("untrusted");

    public override void AddedOperationToCache(RequestContext context) => log.Add("plan kept");

    public override void RetrievedOperationFromCache(RequestContext context) => log.Add("plan known");

    private IDisposable Open(string what) => log.Open(name + what);
}

/// <summary>Writes down every event of DataLoaders.</summary>
internal sealed class RecordingLoaderListener(HeardEvents log) : DataLoaderDiagnosticEventListener
{
    public override IDisposable ExecuteBatch<TKey>(IDataLoader dataLoader, IReadOnlyList<TKey> keys) => log.Open($"{dataLoader.GetType().Name} {string.Join(',', keys)}");

    public override void BatchResults<TKey, TValue>(IReadOnlyList<TKey> keys, ReadOnlySpan<Result<TValue>> values)
    {
        foreach (var value in values) log.Add(value.IsFound ? $"found {value.Value}" : "nothing");
    }

    public override void BatchError<TKey>(IReadOnlyList<TKey> keys, Exception error) => log.Add($"batch failed: {error.Message}");

    public override void BatchItemError<TKey>(TKey key, Exception error) => log.Add($"{key} failed: {error.Message}");

    public override void ResolvedTaskFromCache<TKey>(IDataLoader dataLoader, TKey key) => log.Add($"again {key}");
}
