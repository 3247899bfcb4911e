namespace Personalify.Web.Sessions;

/// <summary>Which colours the pages have: those of the system, unless this browser's person chose.</summary>
public enum Theme
{
    System,
    Light,
    Dark,
}

/// <summary>
/// Keeps the choice in the browser, which sends it with every request: the page is written in these colours and never shows others first.
/// </summary>
public static class ThemeCookie
{
    public const string Name = "personalify_theme";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    public static Theme Read(HttpRequest request) => Parse(request.Cookies[Name]) ?? Theme.System;

    public static Theme? Parse(string? text) => text switch
    {
        "system" => Theme.System,
        "light" => Theme.Light,
        "dark" => Theme.Dark,
        _ => null,
    };

    /// <summary>As the cookie and the page say it.</summary>
    public static string KeyOf(Theme theme) => theme switch
    {
        Theme.Light => "light",
        Theme.Dark => "dark",
        _ => "system",
    };

    public static void Write(HttpContext context, Theme theme) => context.Response.Cookies.Append(Name, KeyOf(theme), new CookieOptions
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = Kept,
    });
}
