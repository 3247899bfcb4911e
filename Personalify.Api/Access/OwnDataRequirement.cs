using Personalify.GraphQL.Types;
using Microsoft.AspNetCore.Authorization;
using Personalify.Api.Users;
using Personalify.GraphQL.Execution;

namespace Personalify.Api.Access;

/// <summary>The field belongs to the user who is signed in.</summary>
public sealed class OwnDataRequirement : IAuthorizationRequirement, IParentRequirement
{
    public Type Parent => typeof(User);
}

public sealed class OwnDataHandler : AuthorizationHandler<OwnDataRequirement, IResolverContext>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, OwnDataRequirement requirement, IResolverContext resource)
    {
        if (context.User.MaySeeDataOf(resource.Parent<User>().Id)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
