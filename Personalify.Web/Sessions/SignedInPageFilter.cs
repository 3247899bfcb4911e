using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Personalify.Web.Api;

namespace Personalify.Web.Sessions;

/// <summary>Every page is for somebody who is signed in, unless it says <see cref="AllowAnonymousAttribute"/>.</summary>
public sealed class SignedInPageFilter(PersonalifyClient client, TimeProvider time) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A page without the handler that a request names would be shown without ever having been loaded.
        if (context.HandlerMethod is null)
        {
            context.Result = new NotFoundResult();
            return;
        }

        if (!context.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any())
        {
            var http = context.HttpContext;
            var data = await client.SendAsync(Viewer.Operation, http.RequestAborted);
            if (data.Me is null)
            {
                context.Result = SignInFirst(http.Request);
                return;
            }

            http.Features.Set(new Viewer(data.Me, time));
        }

        await next();
    }

    private static RedirectToPageResult SignInFirst(HttpRequest request)
    {
        var returnUrl = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;
        return new RedirectToPageResult("/SignIn/Index", returnUrl is null or "/" ? null : new { returnUrl });
    }
}
