using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Internal;
using Personalify.GraphQL.Language;

namespace Personalify.GraphQL.Execution;

/// <content>Requests that may have more than one answer.</content>
public sealed partial class GraphQLServer
{
    /// <inheritdoc />
    public async Task<ResponseStream> ExecuteStreamAsync(GraphQLRequest request, CancellationToken cancellationToken = default)
    {
        var prepared = new PreparedRequest(request) { MayStream = true };
        if (await PrepareAsync(prepared, cancellationToken) is { } refusal) return new ResponseStream(refusal);
        return prepared.Plan.Operation == OperationType.Subscription
            ? await SubscribeAsync(prepared, cancellationToken)
            : new ResponseStream(await ExecuteAsync(prepared, DefaultRoot, cancellationToken));
    }

    private async Task<ResponseStream> SubscribeAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        var lifetime = new Lifetime(cancellationToken);
        var errors = new ErrorCollector(request.Plan.Source, _options, _errorFilters, _logger);
        var operation = new OperationContext(request.Plan, request.Variables, request.Request, errors, _options, _time, lifetime.Token);
        var subscription = new Subscription(operation, lifetime, (root, token) => ExecuteAsync(request.ForEvent(), root, token), _logger);
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
            return new ResponseStream(new ExecutionResult(RequestErrorKind.SourceStream, [new GraphQLError("Unexpected Execution Error")]));
        }
    }
}
