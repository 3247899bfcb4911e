using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Csv;
using Personalify.Web.Hosting;
using Personalify.Web.Sessions;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages;

/// <summary>What stands in place of a page that could not be made: what happened, what still works, and how to go on.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ErrorModel(ILogger<ErrorModel> logger, Visit visit) : PageModel
{
    private static readonly Texts Text = Texts.Of(typeof(ErrorModel));
    private static readonly string[] Cursors = ["after", "before"];

    public ProblemModel Problem { get; private set; } = Missing;

    /// <summary>Who is signed in goes on by the navigation; the others have no use for it yet.</summary>
    public bool HasNavigation => SessionCookie.Read(Request) is not null;

    private string TraceId => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    private static ProblemModel Missing =>
        new(Text["There is no such page"], Text["The address is wrong, or what it showed was removed."],
            Text["Everything else is where it was."], "/") { RetryText = Text["To the overview"] };

    public void OnGet(int? status) => Show(status);

    public void OnPost(int? status) => Show(status);

    // The navigation is that of who was last seen with this session, and nothing is asked for it: the Api may be what is away.
    private void Show(int? status)
    {
        visit.Recall();
        Problem = Choose(status);
    }

    private ProblemModel Choose(int? status)
    {
        if (HttpContext.Features.Get<IExceptionHandlerPathFeature>() is { } failure) return Explain(failure);
        return status switch
        {
            400 => new(
                Text["This form was open for too long"],
                Text["It was sent with a mark that is no longer valid, so nothing was done."],
                Text["Go back, load the page anew and send it again."],
                "/"),
            null or 404 => Missing,
            _ => new(Text["That did not work"], Text["The request was answered with status {0}; nothing was changed.", status], null, "/"),
        };
    }

    private ProblemModel Explain(IExceptionHandlerPathFeature failure) => failure.Error switch
    {
        ApiUnavailableException away => Unavailable(away, failure),
        AddressException address => Answer(StatusCodes.Status400BadRequest, Unreadable(address.Message, failure, address.Key)),
        CsvTooLongException tooLong => Answer(StatusCodes.Status400BadRequest, new(
            Text["This list is too long for one file"], tooLong.Message, null, WithoutHandler(failure)) { RetryText = Text["Back to the page"] }),
        ApiException { IsAboutArgument: true } when failure.RouteValues?.ContainsKey("id") == true =>
            Answer(StatusCodes.Status404NotFound, Missing),
        ApiException refused when IsOfCursor(refused) => Answer(StatusCodes.Status400BadRequest, Unreadable(
            Text["The place in the list that it names is not one of this list."], failure, Cursors)),
        ApiException { IsAboutArgument: true } when HttpMethods.IsGet(Request.Method) => Answer(StatusCodes.Status404NotFound, Missing),
        ApiException { IsAboutArgument: true } refused => Answer(StatusCodes.Status400BadRequest, new(
            Text["That was not accepted"], ApiSentences.Translate(refused.Message),
            Text["Nothing was changed. Go back and enter it in another way."], "/")),
        ApiException refused => Failed(refused, failure),
        _ => new(
            Text["Something went wrong on our side"],
            Text["The page failed and the failure is in the server’s log as {0}.", TraceId],
            Text["Nothing you entered was half-written. Other pages still work."],
            Retry(failure)),
    };

    private ProblemModel Unavailable(ApiUnavailableException away, IExceptionHandlerPathFeature failure)
    {
        logger.ApiUnavailable(away.Address, away.InnerException?.Message ?? away.Message);
        return Answer(StatusCodes.Status503ServiceUnavailable, new(
            Text["The listening history cannot be reached"],
            Text["The Api at {0} does not answer. That is the part of Personalify that keeps the plays; it may be starting, or it has stopped.",
                away.Address.GetLeftPart(UriPartial.Authority)],
            Text["Nothing is lost: plays are safe in the database, and an import that was running goes on by itself."],
            Retry(failure)));
    }

    private ProblemModel Failed(ApiException refused, IExceptionHandlerPathFeature failure)
    {
        logger.ApiFailed(failure.Path, refused);
        return Answer(StatusCodes.Status502BadGateway, new(
            Text["This page could not be put together"], ApiSentences.Translate(refused.Message), Text["Other pages may still work."],
            Retry(failure)));
    }

    private ProblemModel Answer(int status, ProblemModel problem)
    {
        Response.StatusCode = status;
        return problem;
    }

    private string Retry(IExceptionHandlerPathFeature failure) =>
        HttpMethods.IsGet(Request.Method) ? failure.Path + Request.QueryString : "/";

    // An error without a code is a sentence of the Api about the request, and a cursor is all that an address can have wrong there.
    private bool IsOfCursor(ApiException refused) =>
        (refused.IsAboutArgument || refused.IsSentence) && Cursors.Any(Request.Query.ContainsKey);

    private string WithoutHandler(IExceptionHandlerPathFeature failure) =>
        failure.Path + new QueryBuilder(Request.Query.Where(value => value.Key is not ("handler" or CsvLink.ListKey)));

    /// <summary>The way out is the same address without what could not be read.</summary>
    private ProblemModel Unreadable(string text, IExceptionHandlerPathFeature failure, params string[] keys)
    {
        var rest = Request.Query.Where(value => !keys.Contains(value.Key));
        return new(Text["This address cannot be read"], text, null, failure.Path + new QueryBuilder(rest))
        {
            RetryText = Text["Show the page without it"],
        };
    }
}
