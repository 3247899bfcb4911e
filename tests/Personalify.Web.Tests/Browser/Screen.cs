using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>What a visitor looks at: a size and a colour scheme.</summary>
public sealed record Screen(int Width, int Height, ColorScheme Scheme)
{
    public static Screen Desktop { get; } = new(1360, 900, ColorScheme.Light);

    public static Screen DarkDesktop { get; } = Desktop with { Scheme = ColorScheme.Dark };

    public static Screen Phone { get; } = new(390, 844, ColorScheme.Light);

    public static Screen SmallPhone { get; } = Phone with { Width = 320, Height = 640 };

    public static Screen DarkPhone { get; } = Phone with { Scheme = ColorScheme.Dark };

    public static Screen Of(string name) => name switch
    {
        "desktop-light" => Desktop,
        "desktop-dark" => DarkDesktop,
        "phone-light" => Phone,
        "phone-dark" => DarkPhone,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not a screen of the tests."),
    };
}
