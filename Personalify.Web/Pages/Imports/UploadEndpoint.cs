using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Imports;

/// <summary>
/// Takes the files of the upload form and hands them on to the Api while they arrive, so that nothing is kept here, whatever their size.
/// The script of the page is answered with JSON, a browser without scripts with a redirect.
/// </summary>
public static class UploadEndpoint
{
    private static readonly Texts Text = Texts.Of(typeof(UploadEndpoint));

    // The Api refuses less than this with a sentence; this only ends what never ends.
    private const long MostBytes = 4L << 30;

    public static void MapUploads(this IEndpointRouteBuilder app) => app.MapPost("/imports/upload", HandleAsync);

    private static async Task<IResult> HandleAsync(HttpContext context, IAntiforgery antiforgery, UploadImport upload)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        try
        {
            var form = await UploadForm.OpenAsync(context.Request, context.RequestAborted);
            await ValidateAsync(context, antiforgery, form);
            return Accept(context, $"/imports/{await upload.RunAsync(form, context.RequestAborted)}");
        }
        catch (Exception exception) when (exception is ApiException or BadHttpRequestException or InvalidDataException)
        {
            // A browser reads the answer only after it has sent everything.
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            return Refuse(context, ApiSentences.Translate(exception.Message));
        }
    }

    // The token is the form's first field; the service finds it in a header when it must not read the form itself.
    private static async Task ValidateAsync(HttpContext context, IAntiforgery antiforgery, UploadForm form)
    {
        context.Request.Headers["RequestVerificationToken"] = form["__RequestVerificationToken"];
        if (await antiforgery.IsRequestValidAsync(context)) return;
        throw new BadHttpRequestException(Text["This page was open for too long. Load it anew and send the files again."]);
    }

    private static IResult Accept(HttpContext context, string location) => IsScript(context)
        ? Results.Json(new UploadAnswer(location, null), UploadJson.Default.UploadAnswer)
        : Results.LocalRedirect(location);

    private static IResult Refuse(HttpContext context, string message)
    {
        if (IsScript(context))
        {
            var answer = new UploadAnswer(null, Bidi.Sentence(message));
            return Results.Json(answer, UploadJson.Default.UploadAnswer, statusCode: StatusCodes.Status400BadRequest);
        }

        var messages = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        messages[nameof(IndexModel.Refusal)] = message;
        messages.Save();
        return Results.LocalRedirect("/imports");
    }

    private static bool IsScript(HttpContext context) => context.Request.Headers.Accept.ToString().Contains("application/json", StringComparison.Ordinal);
}
