using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Personalify.Web.Sessions;

/// <summary>Every page is for somebody who is signed in, unless it says <see cref="AllowAnonymousAttribute"/>.</summary>
public sealed class SignedInPageFilter(Visit visit) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        // A page without the handler that a request names would be shown without ever having been loaded.
        if (context.HandlerMethod is null) context.Result = new NotFoundResult();
        else if (context.ActionDescriptor.EndpointMetadata.OfType<IAllowAnonymous>().Any()) await next();
        else if (HttpMethods.IsGet(context.HttpContext.Request.Method)) await ShowAsync(context.HttpContext.Request, next);
        else if (await IsSignedInAsync()) await next();
        else context.Result = SignInFirst(context.HttpContext.Request);
    }

    /// <summary>What a page asks for says who looks; a page that asks for nothing is shown only after that is known as well.</summary>
    private async Task ShowAsync(HttpRequest request, PageHandlerExecutionDelegate next)
    {
        visit.Recall();
        var page = await next();
        if (page.Exception is SignedOutException || (page.Exception is null && !visit.IsConfirmed && !await IsSignedInAsync()))
            (page.ExceptionHandled, page.Result) = (true, SignInFirst(request));
    }

    private async Task<bool> IsSignedInAsync()
    {
        try
        {
            await visit.ConfirmAsync();
            return true;
        }
        catch (SignedOutException)
        {
            return false;
        }
    }

    private static RedirectToPageResult SignInFirst(HttpRequest request)
    {
        var returnUrl = HttpMethods.IsGet(request.Method) ? request.Path + request.QueryString : null;
        return new RedirectToPageResult("/SignIn/Index", returnUrl is null or "/" ? null : new { returnUrl });
    }
}
