using Microsoft.AspNetCore.WebUtilities;

namespace Personalify.Web.Sessions;

/// <summary>
/// Remembers in the browser which way to Spotify it began, for as long as that is open. Who comes back with it goes on at once; a browser
/// that did not begin asks its person first, who may have been sent here by another person.
/// </summary>
public static class SpotifyCookie
{
    public const string Name = "personalify_spotify";
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public static void Write(HttpContext context, string authorizeUrl)
    {
        var query = QueryHelpers.ParseQuery(new Uri(authorizeUrl).Query);
        context.Response.Cookies.Append(Name, query["state"].ToString(), Options(context.Request));
    }

    public static bool HasBegun(HttpRequest request, string? state) =>
        state is { Length: > 0 } && string.Equals(request.Cookies[Name], state, StringComparison.Ordinal);

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, Options(context.Request));

    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/spotify",
        MaxAge = Kept,
    };
}
