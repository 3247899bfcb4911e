using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Personalify.Api.Access;

/// <summary>
/// Answers a refused request with the reason where the policy gives one, because the status alone does not tell the client what to do.
/// </summary>
public sealed class RefusalWriter : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _usual = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var reason = authorizeResult.Forbidden ? authorizeResult.AuthorizationFailure?.FailureReasons.FirstOrDefault() : null;
        if (reason is null) return _usual.HandleAsync(next, context, policy, authorizeResult);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return context.Response.WriteAsJsonAsync(new { error = reason.Message }, context.RequestAborted);
    }
}
