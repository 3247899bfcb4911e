using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Asks for authorization before a resolver runs.</summary>
internal static class AuthorizedResolver
{
    /// <summary>The resolver behind its demands; without any, the resolver itself.</summary>
    public static FieldResolver Wrap(FieldResolver resolver, IReadOnlyList<AuthorizationDemand> demands) => demands.Count == 0
        ? resolver
        : async context =>
        {
            await AskAsync(context, demands).ConfigureAwait(false);
            return await resolver(context).ConfigureAwait(false);
        };

    /// <summary>Returns when every demand is met.</summary>
    /// <exception cref="GraphQLException">One is not.</exception>
    public static async ValueTask AskAsync(IResolverContext context, IReadOnlyList<AuthorizationDemand> demands)
    {
        if (demands.Count == 0) return;
        var authorizer = context.Services.GetService<IGraphQLAuthorizer>() ?? throw new InvalidOperationException(
            $"{context.ObjectType.Name}.{context.Field.Name} is marked with [Authorize], "
            + $"but no {nameof(IGraphQLAuthorizer)} is registered, so nobody may read it.");
        foreach (var demand in demands)
        {
            var outcome = await authorizer.AuthorizeAsync(context, demand).ConfigureAwait(false);
            if (outcome != AuthorizationOutcome.Allowed) throw Refused(outcome, $"{context.ObjectType.Name}.{context.Field.Name}", demand);
        }
    }

    private static GraphQLException Refused(AuthorizationOutcome outcome, string field, AuthorizationDemand demand) => outcome switch
    {
        AuthorizationOutcome.NotAuthenticated => new GraphQLException($"Sign in to use {field}.", ErrorCodes.NotAuthenticated),
        AuthorizationOutcome.PolicyNotFound => new GraphQLException(
            $"{field} demands the policy '{demand.Policy}', which this server does not have, so nobody may use it.", ErrorCodes.PolicyNotFound),
        AuthorizationOutcome.NoDefaultPolicy => new GraphQLException(
            $"{field} demands the default policy, and this server has none, so nobody may use it.", ErrorCodes.NoDefaultPolicy),
        _ => new GraphQLException($"The signed-in user may not use {field}.", ErrorCodes.NotAuthorized),
    };
}
