using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Decides by the host's ASP.NET Core policies. The resource that handlers see is the <see cref="IResolverContext"/>, or the
/// <see cref="AuthorizationContext"/> of a request that is asked for as a whole.
/// </summary>
internal sealed class PolicyAuthorizer(IAuthorizationService authorization, IAuthorizationPolicyProvider policies) : IGraphQLAuthorizer
{
    public ValueTask<AuthorizationOutcome> AuthorizeAsync(IResolverContext context, AuthorizationDemand demand) => DecideAsync(context.ContextData, context, demand);

    public ValueTask<AuthorizationOutcome> AuthorizeAsync(AuthorizationContext context, AuthorizationDemand demand) => DecideAsync(context.ContextData, context, demand);

    private async ValueTask<AuthorizationOutcome> DecideAsync(IDictionary<string, object?> state, object resource, AuthorizationDemand demand)
    {
        var user = state.TryGetValue(nameof(ClaimsPrincipal), out var value) ? value as ClaimsPrincipal : null;
        if (user?.Identity is not { IsAuthenticated: true }) return AuthorizationOutcome.NotAuthenticated;
        if (demand.Roles.Count > 0 && !demand.Roles.Any(user.IsInRole)) return AuthorizationOutcome.NotAuthorized;
        if (demand is { Policy: null, Roles.Count: > 0 }) return AuthorizationOutcome.Allowed;
        return await FindAsync(demand.Policy) is { } policy
            ? await AskAsync(user, resource, policy)
            : demand.Policy is null ? AuthorizationOutcome.NoDefaultPolicy : AuthorizationOutcome.PolicyNotFound;
    }

    private async ValueTask<AuthorizationOutcome> AskAsync(ClaimsPrincipal user, object resource, AuthorizationPolicy policy)
    {
        var result = await authorization.AuthorizeAsync(user, resource, policy);
        return result.Succeeded ? AuthorizationOutcome.Allowed : AuthorizationOutcome.NotAuthorized;
    }

    private async ValueTask<AuthorizationPolicy?> FindAsync(string? policy) =>
        policy is null ? await policies.GetDefaultPolicyAsync() : await policies.GetPolicyAsync(policy);
}
