using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Subscriptions;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>
/// One subscription from its source stream to its responses. What it was opened with, services included, lives until it ends; each event
/// is executed like a request of its own, with fresh services, loaders and state. Specification: 6.2.3 Subscription.
/// </summary>
/// <param name="operation">Opens the source stream, under the token of <paramref name="lifetime"/>.</param>
/// <param name="lifetime">Ends the subscription.</param>
/// <param name="execute">Executes the operation for an event, given as the root's value.</param>
/// <param name="logger">Told what goes wrong while the subscription ends.</param>
internal sealed class Subscription(
    OperationContext operation, Lifetime lifetime, Func<object, CancellationToken, ValueTask<ExecutionResult>> execute, ILogger logger)
{
    private readonly FieldPlan _field = operation.Plan.Root.Fields[0];
    private readonly object?[] _opened = new object?[1];
    private IDisposable? _scope;

    /// <summary>Specification: 6.2.3.1, CreateSourceEventStream.</summary>
    /// <exception cref="OperationCanceledException">It was given up.</exception>
    /// <exception cref="TimeoutException">It took too long.</exception>
    public async Task<ResponseStream> OpenAsync(TimeSpan limit)
    {
        if (await OpenSourceAsync(limit) is not { } refusal) return Read((ISourceStream)_opened[0]!);
        await ReleaseAsync();
        return new ResponseStream(refusal);
    }

    /// <summary>Returns why there is no source, or <c>null</c>.</summary>
    private async Task<ExecutionResult?> OpenSourceAsync(TimeSpan limit)
    {
        using var scope = operation.Events?.CreateSourceEventStream();
        var root = new ObjectNode(operation, operation.Plan.Root, SourceEvent.AsParent(null), null, null, 0);
        var opening = operation.Scheduler.RunAsync(new SourceStreamStart(new SourceStreamJob(operation, _field, new Place(root, _opened, 0))));
        try
        {
            await opening.WaitAsync(limit, operation.Environment.Time, lifetime.Token);
        }
        catch
        {
            _ = AbandonAsync(opening);
            throw;
        }

        return _opened[0] is FieldFailure failure ? Fail(failure.Exception) : null;
    }

    private ResponseStream Read(ISourceStream stream)
    {
        _scope = operation.Events?.ExecuteSubscription();
        var events = new SourceEvents(stream, ReleaseAsync, lifetime.Token);
        return new ResponseStream(MapAsync(events), () => CloseAsync(events));
    }

    /// <summary>Specification: 6.2.3.2, MapSourceToResponseEvent. One event after the other.</summary>
    private async IAsyncEnumerable<ExecutionResult> MapAsync(SourceEvents events, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        using var reader = lifetime.EndWith(cancellationToken);
        try
        {
            while (!lifetime.HasEnded)
            {
                var (result, isLast) = await NextAsync(events);
                if (result is not null) yield return result;
                if (isLast) break;
            }
        }
        finally
        {
            await CloseAsync(events);
        }
    }

    private async Task<(ExecutionResult? Result, bool IsLast)> NextAsync(SourceEvents events)
    {
        var next = events.NextAsync();
        try
        {
            var (hasEvent, message) = await next.WaitAsync(lifetime.Token);
            return hasEvent ? await ExecuteAsync(message) : (null, true);
        }
        catch (OperationCanceledException) when (lifetime.HasEnded)
        {
            Observe(next);
            return (null, true);
        }
        catch (Exception error)
        {
            operation.Events?.SubscriptionEventError(error);
            return (Fail(error), true);
        }
    }

    /// <summary>An event that takes too long has failed like any other that fails; only the subscription's own end is its last.</summary>
    private async Task<(ExecutionResult? Result, bool IsLast)> ExecuteAsync(object? message)
    {
        var result = await execute(SourceEvent.AsParent(message), lifetime.Token);
        if (result.Kind != RequestErrorKind.Cancelled) return (result, false);
        return lifetime.HasEnded ? (null, true) : (new ExecutionResult("null"u8.ToArray(), result.Errors), false);
    }

    private ExecutionResult Fail(Exception error)
    {
        operation.Errors.Add(error, _field, [_field.ResponseName]);
        return new ExecutionResult(RequestErrorKind.SourceStream, operation.KnownErrors);
    }

    private async ValueTask CloseAsync(SourceEvents events)
    {
        await lifetime.EndAsync();
        try
        {
            await events.DisposeAsync();
        }
        catch (Exception error)
        {
            GraphQLLog.SourceDisposalFailed(logger, _field.Field.Name, error);
        }
    }

    /// <summary>A subscriber that does not heed its token may still open a stream that nobody will read.</summary>
    private async Task AbandonAsync(Task opening)
    {
        await lifetime.EndAsync();
        await opening.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_opened[0] is ISourceStream stream) await new SourceEvents(stream, ReleaseAsync, lifetime.Token).DisposeAsync();
        else await ReleaseAsync();
    }

    private async ValueTask ReleaseAsync()
    {
        try
        {
            if (operation.Services is { } services) await services.DisposeAsync();
        }
        catch (Exception error)
        {
            GraphQLLog.DisposalFailed(logger, error);
        }

        lifetime.Dispose();
        _scope?.Dispose();
    }

    private static void Observe(Task abandoned) => _ = abandoned.ContinueWith(
        static task => task.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
}
