using System.Globalization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Personalify.Api.Access;
using Personalify.Api.Users;

namespace Personalify.Api.Export;

/// <summary><c>GET /export</c>: everything that is kept of who asks, as a zip that begins to flow at once.</summary>
public static class ExportEndpoint
{
    private const int SecondsToWait = 60;

    public static void MapExport(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/export", ExportAsync).RequireAuthorization(Policies.SignedIn);

    private static async Task ExportAsync(HttpContext context, UserStore users, ExportTurns turns, HistoryExport export, TimeProvider time)
    {
        var userId = context.User.GetUserId();
        if (!turns.TryTake(userId))
        {
            await RefuseAsync(context.Response);
            return;
        }

        try
        {
            var user = await users.FindAsync(userId, context.RequestAborted);
            if (user is not null) await WriteAsync(context, user, export, time);
            else context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        finally
        {
            turns.GiveBack(userId);
        }
    }

    private static Task WriteAsync(HttpContext context, User user, HistoryExport export, TimeProvider time)
    {
        var name = new ContentDispositionHeaderValue("attachment");
        name.SetHttpFileName(string.Create(CultureInfo.InvariantCulture, $"personalify-{user.Name}-{time.GetUtcNow():yyyy-MM-dd}.zip"));
        context.Response.ContentType = "application/zip";
        context.Response.Headers.ContentDisposition = name.ToString();
        context.Response.Headers.CacheControl = "no-store";
        // The zip's entries write their last bytes only synchronously; with so few exports at once no thread is missed.
        if (context.Features.Get<IHttpBodyControlFeature>() is { } body) body.AllowSynchronousIO = true;
        return export.WriteAsync(context.Response.Body, user, context.RequestAborted);
    }

    private static Task RefuseAsync(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = SecondsToWait.ToString(CultureInfo.InvariantCulture);
        return response.WriteAsync(
            $"An export of yours is being made already, or {ExportTurns.Most} of others are. Try again in a minute.");
    }
}
