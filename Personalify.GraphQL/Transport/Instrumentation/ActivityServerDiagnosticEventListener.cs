using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>What HTTP adds to a request, as spans.</summary>
internal sealed class ActivityServerDiagnosticEventListener(ActivitySource source, InstrumentationOptions options) : ServerDiagnosticEventListener
{
    private const string Request = "GraphQL HTTP ";
    private const ActivityScopes Scopes = ActivityScopes.ExecuteHttpRequest | ActivityScopes.ParseHttpRequest | ActivityScopes.FormatHttpResponse;

    public override bool IsEnabled => options.Has(Scopes) && source.HasListeners();

    public override IDisposable ExecuteHttpRequest(HttpContext context, HttpRequestKind kind) =>
        Start(ActivityScopes.ExecuteHttpRequest, Request + (kind == HttpRequestKind.HttpGet ? "GET" : kind == HttpRequestKind.HttpPost ? "POST" : "POST MultiPart"));

    public override IDisposable ParseHttpRequest(HttpContext context) => Start(ActivityScopes.ParseHttpRequest, "GraphQL HTTP Request Parsing");

    public override IDisposable FormatHttpResponse(HttpContext context, ExecutionResult result) => Start(ActivityScopes.FormatHttpResponse, "GraphQL HTTP Response Formatting");

    public override void HttpRequestError(HttpContext context, GraphQLError error) => Fail(error.Code);

    public override void HttpRequestError(HttpContext context, Exception exception) => Fail(exception.GetType().FullName);

    private IDisposable Start(ActivityScopes scope, string name) => (options.Has(scope) ? source.StartActivity(name) : null) ?? EmptyScope;

    private static void Fail(string? error)
    {
        if (Activity.Current is { } activity && activity.OperationName.StartsWith(Request, StringComparison.Ordinal))
            activity.SetStatus(ActivityStatusCode.Error).SetTag(SemanticConventions.ErrorType, error ?? SemanticConventions.OtherError);
    }
}
