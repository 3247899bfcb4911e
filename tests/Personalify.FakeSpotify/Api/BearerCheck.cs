using Personalify.FakeSpotify.Invented;

namespace Personalify.FakeSpotify.Api;

/// <summary>What an endpoint needs to have been granted.</summary>
internal sealed record NeedsScope(string Scope);

/// <summary>
/// Whom a token is for, and the reasons for which Spotify forbids: no Premium, not on the list, nothing granted, quota used up.
/// </summary>
internal sealed class BearerCheck(RequestDelegate next, FakeWorld world)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        try
        {
            if (await AdmitsAsync(http)) await next(http);
        }
        catch (SpotifyError error)
        {
            await WriteAsync(http, error.Status, error.Message, null);
        }
    }

    private async Task<bool> AdmitsAsync(HttpContext http)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : "";
        if (world.Grants.ReadAccess(token) is not { } grant)
        {
            var kind = token.Length == 0 ? "missing_token" : "invalid_token";
            http.Response.Headers.WWWAuthenticate = $"Bearer realm=\"spotify\", error=\"{kind}\"";
            await WriteAsync(http, StatusCodes.Status401Unauthorized, "Missing/invalid/expired access token", null);
            return false;
        }

        var listener = world.Listeners[grant.Listener];
        http.Items["listener"] = listener.Name;
        http.Items[typeof(FakeListener)] = listener;
        return await ForbidsAsync(http, listener, grant.Scope) is false && await HasQuotaAsync(http);
    }

    private async Task<bool> ForbidsAsync(HttpContext http, FakeListener listener, string granted)
    {
        const string NoPremium = "Active premium subscription required for the owner of the app.";
        if (!world.Options.OwnerHasPremium) return await ForbidAsync(http, NoPremium, world.Options.ForbidsAsText);
        if (!listener.IsAllowed)
        {
            return await ForbidAsync(http, "Check settings on the developer dashboard, the user may not be registered.", asText: true);
        }

        var needed = http.GetEndpoint()?.Metadata.GetOrderedMetadata<NeedsScope>() ?? [];
        if (needed.All(scope => granted.Split(' ').Contains(scope.Scope))) return false;
        return await ForbidAsync(http, "Insufficient client scope", asText: false);
    }

    private async Task<bool> HasQuotaAsync(HttpContext http)
    {
        if (world.Quota.Take(http.Request.Path) is not { } wait) return true;
        http.Response.Headers.RetryAfter = ((long)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        await WriteAsync(http, StatusCodes.Status429TooManyRequests, "Too many requests", "QUOTA_EXCEEDED");
        return false;
    }

    private static async Task<bool> ForbidAsync(HttpContext http, string message, bool asText)
    {
        if (!asText) await WriteAsync(http, StatusCodes.Status403Forbidden, message, null);
        else await Results.Text(message, "text/plain; charset=utf-8", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(http);
        return true;
    }

    private static Task WriteAsync(HttpContext http, int status, string message, string? reason)
    {
        object error = reason is null ? new { status, message } : new { status, message, reason };
        return Results.Json(new { error }, statusCode: status).ExecuteAsync(http);
    }
}
