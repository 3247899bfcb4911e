using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// Delivers what the initial result left for later. Nothing of it runs before the initial result was taken; then all that is due runs side
/// by side on the request's loop, and each result tells what has come since the one before. Specification, working draft: 6.2.3 Incremental
/// Delivery.
/// </summary>
/// <param name="operation">The operation; its services are this one's to dispose of.</param>
/// <param name="patience">How long it may take, also this one's.</param>
/// <param name="timedOut">The error when it takes longer.</param>
/// <param name="logger">Told of failures that the client does not see in full.</param>
internal sealed class IncrementalDelivery(OperationContext operation, Patience patience, Func<GraphQLError> timedOut, ILogger logger)
{
    private readonly DeliveryGraph _graph = new(operation.Deferred!.Budget);
    private readonly Channel<ResponsePart[]> _resolved = Channel.CreateUnbounded<ResponsePart[]>(new UnboundedChannelOptions { SingleReader = true });
    private PartHandOver? _handOver;
    private DeliveryJob? _job;
    private Task _resolving = Task.CompletedTask;
    private IDisposable? _scope;
    private int _isClosed;

    /// <summary>The answer: the one result when nothing comes later, and otherwise all of them.</summary>
    public async ValueTask<ResponseStream> BeginAsync(ExecutionResult initial)
    {
        if (!initial.HasData) operation.Deferred!.CutTo(0);
        operation.Deferred!.Budget.Spend(initial.Data.Length);
        _graph.Announce(operation.Deferred);
        if (_graph.TakePayload() is { } payload)
        {
            initial.Incremental = payload;
            _scope = operation.Events?.ExecuteStream();
            return new ResponseStream(DeliverAsync(initial), CloseAsync) { IsIncremental = true };
        }

        await CloseAsync();
        return new ResponseStream(initial);
    }

    /// <summary>Ends everything, at whatever moment. What still runs keeps its services until it ends.</summary>
    public async ValueTask CloseAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, 1) != 0) return;
        await patience.EndAsync();
        operation.Deferred!.Budget.Close();
        if (_job is not null) operation.Scheduler.Post(new DeliveryEnd(_job));
        var releasing = ReleaseAsync();
        if (_resolving.IsCompleted) await releasing;
    }

    private async IAsyncEnumerable<ExecutionResult> DeliverAsync(
        ExecutionResult initial, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = cancellationToken.UnsafeRegister(static delivery => _ = ((IncrementalDelivery)delivery!).CloseAsync().AsTask(), this);
        try
        {
            yield return initial;
            while (!_graph.IsOver && await NextAsync() is { } payload)
            {
                operation.Events?.StreamResult(payload);
                yield return new ExecutionResult(payload);
            }
        }
        finally
        {
            await CloseAsync();
        }
    }

    /// <summary>What the client is told next; <c>null</c> when it has gone.</summary>
    private async Task<IncrementalPayload?> NextAsync()
    {
        try
        {
            while (true)
            {
                StartDue();
                var resolved = await _resolved.Reader.ReadAsync(patience.Token);
                // Resolvers that were given up have failed for that reason alone.
                patience.Token.ThrowIfCancellationRequested();
                Accept(resolved);
                while (_resolved.Reader.TryRead(out var parts)) Accept(parts);
                if (_graph.TakePayload() is { } payload) return payload;
            }
        }
        catch (OperationCanceledException) when (patience.IsOver)
        {
            return patience.HasTimedOut ? Fail(timedOut()) : null;
        }
        catch (Exception error)
        {
            GraphQLLog.RequestFailed(logger, error);
            return Fail(new GraphQLError("Unexpected Execution Error"));
        }
    }

    private void Accept(ResponsePart[] parts)
    {
        foreach (var part in parts) _graph.Accept(part);
    }

    private IncrementalPayload? Fail(GraphQLError error)
    {
        _graph.Fail(error);
        return _graph.TakePayload();
    }

    private void StartDue()
    {
        var due = _graph.TakeDue();
        if (due.Length == 0 || Volatile.Read(ref _isClosed) != 0) return;
        if (_job is null) Open();
        operation.Scheduler.Post(new PartStarts(due, OnResolved));
    }

    private void Open()
    {
        _handOver = new PartHandOver(parts => _resolved.Writer.TryWrite(parts));
        _job = new DeliveryJob(operation.Scheduler);
        _resolving = operation.Scheduler.RunAsync(_job);
        _ = WatchAsync();
    }

    /// <summary>Runs in the loop, behind whatever it runs next.</summary>
    private void OnResolved(ResponsePart part)
    {
        if (_handOver!.Add(part)) operation.Scheduler.Post(_handOver);
    }

    /// <summary>Resolvers do not get here: the engine itself has failed, and says so instead of hanging.</summary>
    private async Task WatchAsync()
    {
        try
        {
            await _resolving;
        }
        catch (Exception error)
        {
            _resolved.Writer.TryComplete(error);
        }
    }

    private async Task ReleaseAsync()
    {
        await _resolving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        try
        {
            if (operation.Services is { } services) await services.DisposeAsync();
        }
        catch (Exception error)
        {
            GraphQLLog.DisposalFailed(logger, error);
        }

        patience.Dispose();
        _scope?.Dispose();
    }
}
