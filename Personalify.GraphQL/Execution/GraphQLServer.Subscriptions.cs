using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <content>Requests that may have more than one answer.</content>
public sealed partial class GraphQLServer
{
    /// <inheritdoc />
    public Task<ResponseStream> ExecuteStreamAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var prepared = new PreparedRequest(request) { MayStream = true };
        return _diagnostics.Begin(Schema, prepared) is { } events ? ObserveStreamAsync(prepared, events, cancellationToken) : StreamAsync(prepared, cancellationToken);
    }

    private async Task<ResponseStream> StreamAsync(PreparedRequest prepared, CancellationToken cancellationToken)
    {
        if (await PrepareAsync(prepared, cancellationToken) is { } refusal) return new ResponseStream(refusal);
        if (prepared.Plan.Operation == OperationType.Subscription) return await SubscribeAsync(prepared, cancellationToken);
        return prepared.Plan.IsIncremental
            ? await DeliverAsync(prepared, cancellationToken)
            : new ResponseStream(await ExecuteAsync(prepared, DefaultRoot, cancellationToken));
    }

    private async Task<ResponseStream> SubscribeAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        var lifetime = new Lifetime(cancellationToken);
        var operation = CreateOperation(request, new RequestLifetime(lifetime.Token));
        var subscription = new Subscription(operation, lifetime, (root, token) => ExecuteEventAsync(request, root, token), _logger);
        try
        {
            return await subscription.OpenAsync(_options.ExecutionTimeout);
        }
        catch (TimeoutException)
        {
            return new ResponseStream(TimedOut());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return new ResponseStream(Cancelled());
        }
        catch (Exception error)
        {
            GraphQLLog.RequestFailed(_logger, error);
            request.Events?.RequestError(error);
            return new ResponseStream(new ExecutionResult(RequestErrorKind.SourceStream, [new GraphQLError("Unexpected Execution Error")]));
        }
    }
}
