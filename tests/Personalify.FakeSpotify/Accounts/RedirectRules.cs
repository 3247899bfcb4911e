namespace Personalify.FakeSpotify.Accounts;

/// <summary>
/// Which addresses a browser may be sent to: HTTPS, or this machine by number. Registered ones match exactly, but for the port of a number.
/// </summary>
internal static class RedirectRules
{
    public static bool Allows(IList<string> registered, string redirectUri) =>
        IsSafe(redirectUri) && (registered.Count == 0 || registered.Any(one => one == redirectUri || one == WithoutPort(redirectUri)));

    private static bool IsSafe(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Fragment.Length > 0) return false;
        if (uri.Scheme == "https") return uri.Host != "localhost";
        // Reported in 2026: a hyphen in such a path is refused.
        return uri.Scheme == "http" && uri.Host is "127.0.0.1" or "[::1]" && !uri.AbsolutePath.Contains('-', StringComparison.Ordinal);
    }

    private static string? WithoutPort(string text) =>
        new Uri(text) is { Scheme: "http" } uri ? $"http://{uri.Host}{uri.PathAndQuery}" : null;
}
