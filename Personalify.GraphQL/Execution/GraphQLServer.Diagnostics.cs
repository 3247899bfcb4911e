namespace Personalify.GraphQL.Execution;

/// <content>The same ways through the server, for requests that somebody listens to. Others never come here.</content>
public sealed partial class GraphQLServer
{
    private async ValueTask<ExecutionResult> ObserveAsync(PreparedRequest prepared, RequestEvents events, CancellationToken cancellationToken)
    {
        using var scope = events.ExecuteRequest();
        try
        {
            var result = await ExecuteAsync(prepared, cancellationToken);
            events.Complete(result);
            return result;
        }
        catch (Exception error)
        {
            events.RequestError(error);
            throw;
        }
    }

    private async Task<ResponseStream> ObserveStreamAsync(PreparedRequest prepared, RequestEvents events, CancellationToken cancellationToken)
    {
        using var scope = events.ExecuteRequest();
        try
        {
            var response = await StreamAsync(prepared, cancellationToken);
            if (response.Result is { } result) events.Complete(result);
            return response;
        }
        catch (Exception error)
        {
            events.RequestError(error);
            throw;
        }
    }

    private ValueTask<ExecutionResult> ExecuteEventAsync(PreparedRequest subscription, object root, CancellationToken cancellationToken)
    {
        var prepared = subscription.ForEvent();
        return _diagnostics.Begin(Schema, prepared, subscription) is { } events
            ? ObserveEventAsync(prepared, root, events, cancellationToken)
            : ExecuteAsync(prepared, root, cancellationToken);
    }

    private async ValueTask<ExecutionResult> ObserveEventAsync(PreparedRequest prepared, object root, RequestEvents events, CancellationToken cancellationToken)
    {
        using var scope = events.OnSubscriptionEvent();
        var result = await ExecuteAsync(prepared, root, cancellationToken);
        events.Complete(result);
        return result;
    }
}
