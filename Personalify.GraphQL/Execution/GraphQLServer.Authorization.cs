using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Execution;

/// <content>Requests that are asked for as a whole.</content>
public sealed partial class GraphQLServer
{
    private readonly RequestAuthorization _authorization;

    /// <summary>Whatever goes wrong here, the request does not run.</summary>
    private async ValueTask<ExecutionResult?> AuthorizeAsync(PreparedRequest prepared, CancellationToken cancellationToken)
    {
        try
        {
            return await _authorization.CheckAsync(prepared).WaitAsync(_options.ExecutionTimeout, _time, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Cancelled();
        }
        catch (TimeoutException)
        {
            return TimedOut();
        }
        catch (Exception error)
        {
            GraphQLLog.RequestFailed(_logger, error);
            prepared.Events?.RequestError(error);
            return new ExecutionResult(RequestErrorKind.NotAuthorized, [new GraphQLError("Unexpected Execution Error")]);
        }
    }
}
