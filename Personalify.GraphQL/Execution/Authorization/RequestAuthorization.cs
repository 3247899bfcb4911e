using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Execution;

/// <summary>Asks for what requests must satisfy as a whole, before anything of them runs. Costs nothing where no field demands it.</summary>
internal sealed class RequestAuthorization(Schema schema)
{
    private const string Operation = "this operation";

    private readonly bool _isNeeded = schema.Types.Values.OfType<ObjectType>()
        .Any(type => type.RequestDemands.Count > 0 || type.Fields.Any(field => field.RequestDemands.Count > 0));

    /// <summary>Whether the selected operation demands anything.</summary>
    public bool Concerns(PreparedRequest request) => _isNeeded && Demands(request).Count > 0;

    /// <summary>Why the request may not run, or <c>null</c>.</summary>
    public async Task<ExecutionResult?> CheckAsync(PreparedRequest request)
    {
        var services = request.Request.Services ?? throw new InvalidOperationException(
            "The operation demands an authorization, but the request has no services to ask: set GraphQLRequest.Services.");
        var scope = services.CreateAsyncScope();
        await using (scope.ConfigureAwait(false)) return await CheckAsync(request, scope.ServiceProvider).ConfigureAwait(false);
    }

    private async Task<ExecutionResult?> CheckAsync(PreparedRequest request, IServiceProvider services)
    {
        var authorizer = services.GetService<IGraphQLAuthorizer>() ?? throw new InvalidOperationException(
            $"The operation demands an authorization, but no {nameof(IGraphQLAuthorizer)} is registered, so nobody may run it.");
        var context = new AuthorizationContext(schema, services, request.Request.ContextData, request.Document.Document, request.Definition);
        foreach (var demand in Demands(request))
        {
            var outcome = await authorizer.AuthorizeAsync(context, demand).ConfigureAwait(false);
            if (outcome != AuthorizationOutcome.Allowed)
                return new ExecutionResult(RequestErrorKind.NotAuthorized, [AuthorizationErrors.Of(outcome, Operation, demand)]);
        }

        return null;
    }

    private static IReadOnlyList<AuthorizationDemand> Demands(PreparedRequest request) =>
        request.Document.Prepare(request.Definition, request.RootType).Demands;
}
