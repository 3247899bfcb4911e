using Microsoft.AspNetCore.Authorization;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Access;

/// <summary>The signed-in user may change their own data, unless it is that of the demo account.</summary>
public sealed class OwnWritableRequirement : IAuthorizationRequirement;

/// <summary>
/// Refuses a mutation by an exception that becomes one of its errors, and any other endpoint by a failure that carries the reason.
/// </summary>
public sealed class OwnWritableHandler : AuthorizationHandler<OwnWritableRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, OwnWritableRequirement requirement)
    {
        if (!context.User.IsDemo()) context.Succeed(requirement);
        else if (context.Resource is IResolverContext) throw new DemoIsReadOnlyException();
        else context.Fail(new AuthorizationFailureReason(this, DemoIsReadOnlyException.Sentence));
        return Task.CompletedTask;
    }
}
