using System.Net;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Personalify.Web.Api;

namespace Personalify.Web.Pages.Settings;

/// <summary>Hands the export on from the Api to the browser while it arrives, so that nothing is kept here, whatever its size.</summary>
public static class ExportEndpoint
{
    public static void MapExport(this IEndpointRouteBuilder app) => app.MapGet("/settings/export", HandleAsync);

    private static async Task HandleAsync(HttpContext context, ExportClient client)
    {
        using var export = await client.OpenAsync(context.RequestAborted);
        if (export.StatusCode == HttpStatusCode.Unauthorized) context.Response.Redirect("/sign-in?returnUrl=%2Fsettings");
        else if (export.StatusCode == HttpStatusCode.OK) await CopyAsync(export, context);
        else Refuse(context, await export.Content.ReadAsStringAsync(context.RequestAborted));
    }

    private static Task CopyAsync(HttpResponseMessage export, HttpContext context)
    {
        context.Response.ContentType = export.Content.Headers.ContentType?.ToString();
        context.Response.Headers.ContentDisposition = export.Content.Headers.ContentDisposition?.ToString();
        context.Response.Headers.CacheControl = "no-store";
        return export.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    private static void Refuse(HttpContext context, string sentence)
    {
        var messages = context.RequestServices.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(context);
        messages[nameof(IndexModel.Done)] = ApiSentences.Translate(sentence);
        messages.Save();
        context.Response.Redirect("/settings");
    }
}
