using Microsoft.AspNetCore.Authorization;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Access;

/// <summary>What belongs to the signed-in user may be changed by them: everybody's own data, but not that of the demo account.</summary>
public sealed class OwnWritableRequirement : IAuthorizationRequirement;

/// <summary>Says why it refuses: to a mutation by an exception that becomes one of its errors, to any other endpoint by the reason of the failure.</summary>
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
