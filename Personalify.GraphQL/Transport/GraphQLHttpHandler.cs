using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>One request over HTTP: negotiate, read, execute, write.</summary>
internal sealed class GraphQLHttpHandler(
    IRequestExecutor executor, GraphQLServerOptions options, IServiceProvider services, Func<HttpContext, OperationAddress>? addressOf = null)
{
    private readonly ContextDataCollector _contextData = new(services);
    private readonly ServerDiagnosticEventListener[] _listeners = ServerEvents.ListenersOf(services);
    private readonly TimeProvider _time = services.GetService<TimeProvider>() ?? TimeProvider.System;
    private readonly GraphQLServer? _engine = executor as GraphQLServer;
    private readonly CancellationToken _stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;

    public Task HandleAsync(HttpContext context) =>
        ServerEvents.Begin(_listeners, context) is { } events ? ObserveAsync(context, events) : HandleAsync(context, null);

    private async Task ObserveAsync(HttpContext context, ServerEvents events)
    {
        using var scope = events.ExecuteHttpRequest();
        try
        {
            await HandleAsync(context, events);
        }
        catch (Exception error)
        {
            events.HttpRequestError(error);
            throw;
        }
    }

    private async Task HandleAsync(HttpContext context, ServerEvents? events)
    {
        var accepted = MediaTypes.Negotiate(context.Request.Headers.Accept);
        try
        {
            if (accepted is { Document: null, Streams: false }) throw NotAcceptable(context);
            var received = await ReadAsync(context, events);
            if (received.Batch is not null) await AnswerBatchAsync(context, received, events, accepted.Document ?? throw NotAcceptable(context));
            else if (accepted.Streams) await StreamAsync(context, received, events, accepted);
            else await AnswerAsync(context, received, events, accepted.Document!.Value);
        }
        catch (RejectedRequestException rejected)
        {
            events?.HttpRequestError(rejected.ToError());
            await HttpResponseWriter.WriteAsync(context, rejected, accepted.Document ?? ResponseMediaType.Json);
        }
    }

    private static RejectedRequestException NotAcceptable(HttpContext context) =>
        RejectedRequestException.NotAcceptable(context.Request.Headers.Accept.ToString());

    private async Task AnswerAsync(HttpContext context, ReceivedRequest received, ServerEvents? events, ResponseMediaType type)
    {
        var request = await CreateRequestAsync(context, received, received.Single);
        events?.StartSingleRequest(request);
        using var result = await ExecuteAsync(request, context.RequestAborted);
        if (context.RequestAborted.IsCancellationRequested) return;
        using var scope = events?.FormatHttpResponse(result);
        await HttpResponseWriter.WriteAsync(context, result, type);
        if (_engine is { HasListeners: false } && events is null && result is { Kind: RequestErrorKind.None, Errors.Count: 0 }) received.Body?.Recycle();
    }

    private ValueTask<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken) =>
        _engine?.RunAsync(request, cancellationToken) ?? new ValueTask<ExecutionResult>(executor.ExecuteAsync(request, cancellationToken));

    /// <summary>A client that takes events or parts only has a single result as such too; any other gets it as a document.</summary>
    private async Task StreamAsync(HttpContext context, ReceivedRequest received, ServerEvents? events, AcceptedTypes accepted)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, _stopping);
        try
        {
            var request = await CreateRequestAsync(context, received, received.Single, accepted.Events);
            events?.StartSingleRequest(request);
            await using var response = await executor.ExecuteStreamAsync(request, ended.Token);
            using var scope = response.Result is { } result ? events?.FormatHttpResponse(result) : null;
            if (response.Result is { } single && accepted.PrefersDocument) await HttpResponseWriter.WriteAsync(context, single, accepted.Document!.Value);
            else if (accepted.PartsBeforeEvents && (response.Result is not null || response.IsIncremental)) await MultipartResponse.WriteAsync(context, response, ended.Token);
            else await EventStreamResponse.WriteAsync(context, response, options.EventStreamKeepAlive, _time, ended.Token);
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
            // The client has left, or the server stops; both end the stream without its last event or delimiter.
        }
    }

    /// <summary>One after the other, so that a batch takes no more of the server at a time than a single request.</summary>
    private async Task AnswerBatchAsync(HttpContext context, ReceivedRequest batch, ServerEvents? events, ResponseMediaType type)
    {
        events?.StartBatchRequest(batch.Batch!.Count);
        var results = new List<ExecutionResult>(batch.Batch!.Count);
        try
        {
            foreach (var parameters in batch.Batch)
            {
                if (context.RequestAborted.IsCancellationRequested) return;
                results.Add(await executor.ExecuteAsync(await CreateRequestAsync(context, batch, parameters), context.RequestAborted));
            }

            await HttpResponseWriter.WriteAsync(context, results, type);
        }
        finally
        {
            foreach (var result in results) result.Dispose();
        }
    }

    private ValueTask<ReceivedRequest> ReadAsync(HttpContext context, ServerEvents? events) => events is null ? ReadAsync(context) : ObserveReadingAsync(context, events);

    private async ValueTask<ReceivedRequest> ObserveReadingAsync(HttpContext context, ServerEvents events)
    {
        using var scope = events.ParseHttpRequest();
        return await ReadAsync(context);
    }

    private ValueTask<ReceivedRequest> ReadAsync(HttpContext context)
    {
        RequestGuard.CheckMethod(context.Request, options);
        var address = addressOf?.Invoke(context);
        return HttpMethods.IsGet(context.Request.Method)
            ? new ValueTask<ReceivedRequest>(new ReceivedRequest(GetRequestReader.Read(context.Request.Query, address)))
            : PostRequestReader.ReadAsync(context, options, address, context.RequestAborted);
    }

    private ValueTask<GraphQLRequest> CreateRequestAsync(
        HttpContext context, ReceivedRequest received, RequestParameters parameters, bool allowSubscription = false) =>
        _contextData.InterceptAsync(context, CreateRequest(context, received, parameters, allowSubscription), context.RequestAborted);

    private GraphQLRequest CreateRequest(HttpContext context, ReceivedRequest received, RequestParameters parameters, bool allowSubscription) => new()
    {
        Document = parameters.Document,
        DocumentId = parameters.DocumentId,
        OperationName = parameters.OperationName,
        VariablesText = parameters.Variables,
        Extensions = parameters.Extensions,
        Files = received.Files,
        AllowMutation = HttpMethods.IsPost(context.Request.Method),
        AllowSubscription = allowSubscription,
        CostMode = RequestGuard.ReadCostMode(context.Request),
        Services = ServicesOf(context),
        ContextDataSource = ContextDataCollector.Of,
        User = ContextDataCollector.UserOf(context),
    };

    /// <summary>
    /// Resolvers open scopes of their own, so a request pays for one of its own only where middleware has put other services in
    /// the place of the application's.
    /// </summary>
    private IServiceProvider ServicesOf(HttpContext context) =>
        context.Features.Get<IServiceProvidersFeature>() is null or RequestServicesFeature ? services : context.RequestServices;
}
