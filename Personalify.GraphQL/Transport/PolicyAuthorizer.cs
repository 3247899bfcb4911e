using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>Decides by the host's ASP.NET Core policies. The resource that handlers see is the <see cref="IResolverContext"/>.</summary>
internal sealed class PolicyAuthorizer(IAuthorizationService authorization, IAuthorizationPolicyProvider policies) : IGraphQLAuthorizer
{
    public async ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, AuthorizationDemand demand)
    {
        var user = context.ContextData.TryGetValue(nameof(ClaimsPrincipal), out var value) ? value as ClaimsPrincipal : null;
        if (user?.Identity is not { IsAuthenticated: true }) return AuthorizationOutcome.NotAuthenticated;
        if (demand.Roles.Count > 0 && !demand.Roles.Any(user.IsInRole)) return AuthorizationOutcome.NotAuthorized;
        if (demand is { Policy: null, Roles.Count: > 0 }) return AuthorizationOutcome.Allowed;
        return await FindAsync(demand.Policy) is { } policy
            ? await AskAsync(user, context, policy)
            : demand.Policy is null ? AuthorizationOutcome.NoDefaultPolicy : AuthorizationOutcome.PolicyNotFound;
    }

    private async ValueTask<AuthorizationOutcome> AskAsync(ClaimsPrincipal user, IResolverContext context, AuthorizationPolicy policy)
    {
        var result = await authorization.AuthorizeAsync(user, context, policy);
        return result.Succeeded ? AuthorizationOutcome.Allowed : AuthorizationOutcome.NotAuthorized;
    }

    private async ValueTask<AuthorizationPolicy?> FindAsync(string? policy) =>
        policy is null ? await policies.GetDefaultPolicyAsync() : await policies.GetPolicyAsync(policy);
}
