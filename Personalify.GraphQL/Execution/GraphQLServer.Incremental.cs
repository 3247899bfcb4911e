using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <content>Responses that come in parts.</content>
public sealed partial class GraphQLServer
{
    /// <summary>Runs the initial part, within the time that all parts have together.</summary>
    private async Task<ResponseStream> DeliverAsync(PreparedRequest request, CancellationToken cancellationToken)
    {
        var patience = new Patience(_options.ExecutionTimeout, _time, cancellationToken);
        var operation = CreateOperation(request, new RequestLifetime(patience.Token));
        var delivery = new IncrementalDelivery(operation, patience, () => TimedOut().Errors[0], _logger);
        try
        {
            var initial = await RunAsync(request, operation, DefaultRoot);
            var response = await delivery.BeginAsync(initial);
            if (response.IsIncremental) request.Events?.Complete(initial);
            return response;
        }
        catch (OperationCanceledException) when (patience.IsOver)
        {
            // The resolvers that were left alone dispose of the services when they end.
            operation.Deferred!.Budget.Close();
            patience.Dispose();
            return new ResponseStream(cancellationToken.IsCancellationRequested ? Cancelled() : TimedOut());
        }
    }
}
