using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Hosting;

namespace Personalify.Web.Pages;

/// <summary>What stands in place of a page that could not be made: what happened, what still works, and how to go on.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(ILogger<ErrorModel> logger) : PageModel
{
    public ProblemModel Problem { get; private set; } = Missing;

    private static ProblemModel Missing =>
        new("There is no such page", "The address is wrong, or what it showed was removed.", "Everything else is where it was.", "/");

    public void OnGet(int? status) => Problem = Choose(status);

    public void OnPost(int? status) => Problem = Choose(status);

    private ProblemModel Choose(int? status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure) return Explain(failure);
        return status switch
        {
            400 => new(
                "This form was open for too long",
                "It was sent with a mark that is no longer valid, so nothing was done.",
                "Go back, load the page anew and send it again.",
                "/"),
            null or 404 => Missing,
            _ => new("That did not work", $"The request was answered with status {status}; nothing was changed.", null, "/"),
        };
    }

    private ProblemModel Explain(IExceptionHandlerPathFeature failure)
    {
        var retry = HttpMethods.IsGet(Request.Method) ? failure.Path + Request.QueryString : "/";
        switch (failure.Error)
        {
            case ApiUnavailableException away:
                logger.ApiUnavailable(away.Address, away.InnerException);
                Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
                return new(
                    "The listening history cannot be reached",
                    away.Message + " That is the part of Personalify that keeps the plays; it may be starting, or it has stopped.",
                    "Nothing is lost: plays are safe in the database, and an import that was running goes on by itself.",
                    retry);
            case ApiException refused:
                logger.ApiFailed(failure.Path, refused);
                Response.StatusCode = StatusCodes.Status502BadGateway;
                return new("This page could not be put together", refused.Message, "Other pages may still work.", retry);
            default:
                return new(
                    "Something went wrong on our side",
                    $"The page failed and the failure is in the server’s log as {Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier}.",
                    "Nothing you entered was half-written. Other pages still work.",
                    retry);
        }
    }
}
