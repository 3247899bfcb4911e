using Microsoft.AspNetCore.Localization;

namespace Personalify.Web.Languages;

/// <summary>Every request has a language: the chosen one, else the first of the browser's that the pages are written in, else English.</summary>
public static class LanguagesModule
{
    public static void AddLanguages(this IServiceCollection services)
    {
        services.AddTransient<ViewTexts>();
        services.Configure<RequestLocalizationOptions>(options =>
        {
            string[] keys = [.. Language.All.Select(language => language.Key)];
            options.SetDefaultCulture(Language.English.Key).AddSupportedCultures(keys).AddSupportedUICultures(keys);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider { CookieName = LanguageCookie.Name },
                new AcceptLanguageHeaderRequestCultureProvider(),
            ];
        });
    }
}
