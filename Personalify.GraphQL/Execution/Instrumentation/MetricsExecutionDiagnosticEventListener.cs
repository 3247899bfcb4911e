using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Personalify.GraphQL.Errors;
using Names = Personalify.GraphQL.Execution.SemanticConventions;

namespace Personalify.GraphQL.Execution;

/// <summary>Measures requests.</summary>
internal sealed class MetricsExecutionDiagnosticEventListener(GraphQLMetrics metrics, TimeProvider time) : ExecutionDiagnosticEventListener
{
    private const string Outcome = "graphql.request.outcome";
    private const string CacheResult = "graphql.document_cache.result";

    /// <summary>Codes come from the application as well; should one of them vary with the data, the memory does not.</summary>
    private const int MostCodes = 100;

    private readonly ConcurrentDictionary<string, string> _codes = new(StringComparer.Ordinal);

    public override bool IsEnabled =>
        metrics.Requests.Enabled || metrics.Errors.Enabled || metrics.Documents.Enabled || metrics.Subscriptions.Enabled || metrics.Events.Enabled
        || metrics.Streams.Enabled;

    public override IDisposable ExecuteRequest(RequestContext context) => new Measure(time, started => Record(metrics.Requests, context, started));

    public override IDisposable OnSubscriptionEvent(RequestContext context) => new Measure(time, started => Record(metrics.Events, context, started));

    public override IDisposable ExecuteStream(RequestContext context) => new Measure(time, started => Record(metrics.Streams, context, OutcomeOf(context.Later), started));

    public override void StreamResult(RequestContext context, IncrementalPayload result) => Count(result.AllErrors);

    public override void RetrievedDocumentFromCache(RequestContext context) => metrics.Documents.Add(1, new KeyValuePair<string, object?>(CacheResult, "hit"));

    public override IDisposable ParseDocument(RequestContext context)
    {
        metrics.Documents.Add(1, new KeyValuePair<string, object?>(CacheResult, "miss"));
        return EmptyScope;
    }

    public override IDisposable ExecuteSubscription(RequestContext context) => new UpAndDown(metrics.Subscriptions);

    private void Record(Histogram<double> duration, RequestContext context, long started)
    {
        Record(duration, context, OutcomeOf(context), started);
        Count(context.Result?.Errors ?? []);
    }

    private void Record(Histogram<double> duration, RequestContext context, string outcome, long started)
    {
        var tags = new TagList { { Outcome, outcome } };
        if (context.OperationType is { } type) tags.Add(Names.OperationType, Names.Of(type));
        duration.Record(time.GetElapsedTime(started).TotalSeconds, tags);
    }

    private void Count(IEnumerable<GraphQLError> errors)
    {
        foreach (var error in errors) metrics.Errors.Add(1, new KeyValuePair<string, object?>(Names.ErrorType, CodeOf(error)));
    }

    private string CodeOf(GraphQLError error)
    {
        if (error.Code is not { } code) return Names.OtherError;
        if (_codes.TryGetValue(code, out var known)) return known;
        return _codes.Count < MostCodes ? _codes.GetOrAdd(code, code) : Names.OtherError;
    }

    /// <summary>One word for how it went; a subscription that was opened has no result yet.</summary>
    private static string OutcomeOf(RequestContext context) => context.Result switch
    {
        null => context.HasFailed ? "failure" : "success",
        { Kind: RequestErrorKind.Cancelled, Errors: [{ Code: ErrorCodes.Timeout }, ..] } => "timeout",
        { Kind: RequestErrorKind.Cancelled } => "cancelled",
        { Kind: RequestErrorKind.SourceStream } => "failure",
        { Kind: not (RequestErrorKind.None or RequestErrorKind.OnlyValidated) } => "refused",
        { Errors.Count: 0 } => "success",
        { HasData: true } => "partial",
        _ => "failure",
    };

    /// <summary>The same for what came later; a client that has heard no last result has gone.</summary>
    private static string OutcomeOf(LaterResults later) => later switch
    {
        { AreComplete: false } => "cancelled",
        { FirstError.Code: ErrorCodes.Timeout } => "timeout",
        { FirstError: null } => "success",
        _ => "partial",
    };

    private sealed class Measure(TimeProvider time, Action<long> record) : IDisposable
    {
        private readonly long _started = time.GetTimestamp();

        public void Dispose() => record(_started);
    }
}
