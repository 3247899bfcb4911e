using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Runs requests against one schema. Thread-safe; one instance serves a process, and keeps what it learned of documents.
/// Specification: 6.1 Executing Requests.
/// </summary>
public sealed partial class GraphQLServer : IRequestExecutor
{
    private static readonly object DefaultRoot = new();
    private static readonly RequestLifetime Endless = new(CancellationToken.None);

    private readonly ExecutionEnvironment _environment;
    private readonly RequestExecutorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly RequestPhases _phases;
    private readonly PersistedOperations _documents;
    private readonly DiagnosticEvents _diagnostics;

    /// <summary>Serves a schema.</summary>
    /// <param name="schema">A valid schema.</param>
    /// <param name="options">Limits and switches; the defaults when <c>null</c>. Not to be changed afterwards.</param>
    /// <param name="errorFilters">See every execution error, in this order.</param>
    /// <param name="time">For the timeout and the deadlines of batches; the system's when <c>null</c>.</param>
    /// <param name="logger">Told of failures that clients do not see in full.</param>
    /// <param name="documents">Documents that are known by an id; <c>null</c> for none.</param>
    /// <param name="listeners">Are told what the server does, in this order.</param>
    public GraphQLServer(
        Schema schema,
        RequestExecutorOptions? options = null,
        IEnumerable<IErrorFilter>? errorFilters = null,
        TimeProvider? time = null,
        ILogger<GraphQLServer>? logger = null,
        IOperationDocumentStorage? documents = null,
        IEnumerable<DiagnosticEventListener>? listeners = null)
    {
        Schema = schema;
        _options = options ?? new RequestExecutorOptions();
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<GraphQLServer>.Instance;
        _environment = new ExecutionEnvironment(_options, [.. errorFilters ?? []], _time, _logger);
        _diagnostics = new DiagnosticEvents([.. listeners ?? []]);
        _phases = new RequestPhases(schema, _options, _diagnostics.ObservesFields);
        _authorization = new RequestAuthorization(schema);
        _documents = new PersistedOperations(documents, _options);
    }

    /// <inheritdoc />
    public Schema Schema { get; }

    /// <summary>Whether anybody is told of requests, and so may keep them.</summary>
    internal bool HasListeners => _diagnostics.HasListeners;

    /// <inheritdoc />
    public Task<ExecutionResult> ExecuteAsync(GraphQLRequest request, CancellationToken cancellationToken = default) => RunAsync(request, cancellationToken).AsTask();

    /// <summary>The same, without a task where nothing waits.</summary>
    internal ValueTask<ExecutionResult> RunAsync(GraphQLRequest request, CancellationToken cancellationToken)
    {
        var prepared = PreparedRequest.Rent(request);
        return _diagnostics.Begin(Schema, prepared) is { } events ? ObserveAsync(prepared, events, cancellationToken) : ExecutePooledAsync(prepared, cancellationToken);
    }

    private async ValueTask<ExecutionResult> ExecutePooledAsync(PreparedRequest prepared, CancellationToken cancellationToken)
    {
        var result = await ExecuteAsync(prepared, cancellationToken);
        // With an error, something may have been left alone that still looks at the request.
        if (result is { Kind: RequestErrorKind.None, Errors.Count: 0 }) prepared.Return();
        return result;
    }

    private async ValueTask<ExecutionResult> ExecuteAsync(PreparedRequest prepared, CancellationToken cancellationToken) =>
        await PrepareAsync(prepared, cancellationToken) ?? await ExecuteAsync(prepared, DefaultRoot, cancellationToken);

    /// <summary>Makes the request ready to run; returns why it cannot, or <c>null</c>.</summary>
    private async ValueTask<ExecutionResult?> PrepareAsync(PreparedRequest prepared, CancellationToken cancellationToken)
    {
        if (_documents.Concerns(prepared.Request) && await _documents.FindAsync(prepared, cancellationToken) is { } unknown) return unknown;
        if (_phases.FindOperation(prepared) is { } unfit) return unfit;
        if (_authorization.Concerns(prepared) && await AuthorizeAsync(prepared, cancellationToken) is { } stranger) return stranger;
        if (_phases.Prepare(prepared) is { } refusal) return refusal;
        if (prepared.NewDocumentId is not null) await _documents.KeepAsync(prepared, cancellationToken);
        return null;
    }

    /// <summary>Runs a prepared request within its time; without anything to resolve it takes none.</summary>
    private async ValueTask<ExecutionResult> ExecuteAsync(PreparedRequest prepared, object root, CancellationToken cancellationToken)
    {
        if (prepared.Plan.Root.ResolvedAhead.Length == 0) return await RunAsync(prepared, CreateOperation(prepared, Endless), root);
        using var lifetime = new RequestLifetime(_options.ExecutionTimeout, _time, cancellationToken);
        try
        {
            return await RunAsync(prepared, CreateOperation(prepared, lifetime), root);
        }
        catch (OperationCanceledException) when (lifetime.HasEnded)
        {
            return cancellationToken.IsCancellationRequested ? Cancelled() : TimedOut();
        }
    }

    private OperationContext CreateOperation(PreparedRequest request, RequestLifetime lifetime) =>
        new(request.Plan, request.Variables, request.Request, _environment, lifetime, request.Events);

    private async ValueTask<ExecutionResult> RunAsync(PreparedRequest request, OperationContext operation, object root)
    {
        using var scope = request.Events?.ExecuteOperation();
        var output = JsonOutput.Rent(_options.MaxResponseBytes, request.Plan.UsualBytes);
        try
        {
            await OperationExecutor.ExecuteAsync(operation, output, root);
            request.Plan.UsualBytes = output.Position;
            return new ExecutionResult(output, operation.KnownErrors) { Extensions = CostCheck.Report(request) };
        }
        catch (Exception error) when (error is not OperationCanceledException || !operation.Lifetime.HasEnded)
        {
            output.Dispose();
            if (error is ResponseTooLargeException limit) return Failed(limit.Message, limit.Code);
            GraphQLLog.RequestFailed(_logger, error);
            request.Events?.RequestError(error);
            return Failed("Unexpected Execution Error");
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    private static ExecutionResult Failed(string message, string? code = null)
    {
        var error = new GraphQLError(message);
        return new ExecutionResult("null"u8.ToArray(), [code is null ? error : error.WithCode(code)]);
    }

    private static ExecutionResult Cancelled() => Refused("The client has gone away.", ErrorCodes.RequestCanceled);

    private ExecutionResult TimedOut()
    {
        var seconds = _options.ExecutionTimeout.TotalSeconds;
        GraphQLLog.RequestTimedOut(_logger, seconds);
        return Refused($"The request took longer than the {seconds:0.###} seconds that it may take. Ask for less at once.", ErrorCodes.Timeout);
    }

    private static ExecutionResult Refused(string message, string code) => new(RequestErrorKind.Cancelled, [new GraphQLError(message).WithCode(code)]);
}
