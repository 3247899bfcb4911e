namespace Personalify.Web.Sessions;

/// <summary>Keeps the Api's session token in the browser, out of reach of scripts and of other sites' forms.</summary>
public static class SessionCookie
{
    public const string Name = "personalify_session";

    public static string? Read(HttpRequest request) => request.Cookies[Name] is { Length: > 0 and <= 512 } token ? token : null;

    public static void Write(HttpContext context, string token, DateTimeOffset expiresAt) =>
        context.Response.Cookies.Append(Name, token, Options(context.Request, expiresAt));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request, null));

    private static CookieOptions Options(HttpRequest request, DateTimeOffset? expiresAt) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/",
        Expires = expiresAt,
    };
}
