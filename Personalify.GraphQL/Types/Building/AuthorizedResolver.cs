using Microsoft.Extensions.DependencyInjection;
using Personalify.GraphQL.Errors;

namespace Personalify.GraphQL.Types.Building;

/// <summary>Asks for authorization before a resolver runs.</summary>
internal static class AuthorizedResolver
{
    /// <summary>The resolver behind its policies; without any, the resolver itself.</summary>
    public static FieldResolver Wrap(FieldResolver resolver, IReadOnlyList<string?> policies) => policies.Count == 0
        ? resolver
        : async context =>
        {
            await AskAsync(context, policies).ConfigureAwait(false);
            return await resolver(context).ConfigureAwait(false);
        };

    /// <summary>Returns when every policy is satisfied.</summary>
    /// <exception cref="GraphQLException">One is not.</exception>
    public static async ValueTask AskAsync(IResolverContext context, IReadOnlyList<string?> policies)
    {
        if (policies.Count == 0) return;
        var authorizer = context.Services.GetService<IGraphQLAuthorizer>() ?? throw new InvalidOperationException(
            $"{context.ObjectType.Name}.{context.Field.Name} is marked with [Authorize], "
            + $"but no {nameof(IGraphQLAuthorizer)} is registered, so nobody may read it.");
        foreach (var policy in policies)
        {
            var outcome = await authorizer.AuthorizeAsync(context, policy).ConfigureAwait(false);
            if (outcome != AuthorizationOutcome.Allowed) throw Refused(outcome, context);
        }
    }

    private static GraphQLException Refused(AuthorizationOutcome outcome, IResolverContext context) =>
        outcome == AuthorizationOutcome.NotAuthenticated
        ? new GraphQLException($"Sign in to use {context.ObjectType.Name}.{context.Field.Name}.", ErrorCodes.NotAuthenticated)
        : new GraphQLException($"The signed-in user may not use {context.ObjectType.Name}.{context.Field.Name}.", ErrorCodes.NotAuthorized);
}
