using Microsoft.AspNetCore.Localization;

namespace Personalify.Web.Languages;

/// <summary>Keeps the chosen language in the browser, as the theme is kept.</summary>
public static class LanguageCookie
{
    public const string Name = "personalify_language";
    private static readonly TimeSpan Kept = TimeSpan.FromDays(365);

    /// <param name="language">The choice; without one the browser's own settings decide again.</param>
    public static void Write(HttpContext context, Language? language)
    {
        if (language is null) context.Response.Cookies.Delete(Name, Options(context));
        else context.Response.Cookies.Append(Name, ValueOf(language), Options(context));
    }

    private static string ValueOf(Language language) => CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language.Key));

    private static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        Path = "/",
        MaxAge = Kept,
    };
}
