using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Personalify.Web.Languages;

/// <summary>A language in which the pages are written, with the name by which its speakers call it.</summary>
/// <param name="Key">The language as <c>lang</c> and <c>Accept-Language</c> name it (BCP 47).</param>
/// <param name="Name">In the language itself, whatever the page's is.</param>
public sealed record Language(string Key, string Name)
{
    public static Language English { get; } = new("en", "English");

    public static Language Indonesian { get; } = new("id", "Bahasa Indonesia");

    /// <summary>The first one is for those who understand none of them.</summary>
    public static IReadOnlyList<Language> All { get; } = [English, Indonesian];

    /// <summary>The language of this request.</summary>
    public static Language Current =>
        All.FirstOrDefault(language => language.Key == CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) ?? English;

    /// <summary>The choice of this browser's person, or <c>null</c> where its settings decide.</summary>
    public static Language? Chosen(HttpRequest request) =>
        CookieRequestCultureProvider.ParseCookieValue(request.Cookies[LanguageCookie.Name] ?? "") is { UICultures: [var culture, ..] }
            ? Find(culture.ToString()) : null;

    public static Language? Find(string? key) => All.FirstOrDefault(language => language.Key == key);
}
