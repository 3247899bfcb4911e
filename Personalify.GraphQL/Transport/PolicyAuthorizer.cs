using Personalify.GraphQL.Types;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Personalify.GraphQL.Execution;

namespace Personalify.GraphQL.Transport;

/// <summary>Decides by the host's ASP.NET Core policies. The resource that handlers see is the <see cref="IResolverContext"/>.</summary>
internal sealed class PolicyAuthorizer(IAuthorizationService authorization, IAuthorizationPolicyProvider policies) : IGraphQLAuthorizer
{
    public async ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, string? policy)
    {
        var user = context.ContextData.TryGetValue(nameof(ClaimsPrincipal), out var value) ? value as ClaimsPrincipal : null;
        if (user?.Identity is not { IsAuthenticated: true }) return AuthorizationOutcome.NotAuthenticated;
        var result = await authorization.AuthorizeAsync(user, context, await FindAsync(policy));
        return result.Succeeded ? AuthorizationOutcome.Allowed : AuthorizationOutcome.NotAuthorized;
    }

    private async ValueTask<AuthorizationPolicy> FindAsync(string? policy) =>
        policy is null
            ? await policies.GetDefaultPolicyAsync()
            : await policies.GetPolicyAsync(policy) ?? throw new InvalidOperationException($"The authorization policy '{policy}' is not registered.");
}
