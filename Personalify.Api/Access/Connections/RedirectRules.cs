using System.Net;

namespace Personalify.Api.Access.Connections;

/// <summary>
/// To which addresses Spotify sends a browser back: over https, or to this machine by number. Its consent page refuses others only after
/// the listener has signed in there, with words that do not help, so they are refused before.
/// </summary>
public static class RedirectRules
{
    /// <summary>Without a hyphen, since Spotify is reported to refuse one there.</summary>
    public const string CallbackPath = "/spotify/callback";

    private const int MaxLength = 2_000;

    /// <summary>Why Spotify would not take the address, and the way out; null when it would.</summary>
    public static string? FindProblem(string address)
    {
        if (address.Length > MaxLength || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsPlain(uri))
            return $"This is no address to which Spotify can send a browser back. It looks like https://music.example{CallbackPath}.";
        if (uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase))
            return $"Spotify does not take the name localhost. Open these pages at {uri.Scheme}://127.0.0.1:{uri.Port} instead.";
        if (uri.Scheme == Uri.UriSchemeHttps) return null;
        if (!IsLoopback(uri))
            return $"Spotify sends browsers back over https only, or to http://127.0.0.1 on their own machine; {uri.Host} is neither. "
                + "Let these pages be served over https and set Spotify__RedirectUrl, or go on with http://127.0.0.1 and paste the address at which "
                + "you land.";
        return uri.AbsolutePath.Contains('-', StringComparison.Ordinal)
            ? $"Spotify refuses a hyphen in the path of such an address. End it in {CallbackPath}."
            : null;
    }

    private static bool IsPlain(Uri uri) =>
        uri.Scheme is "http" or "https" && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && uri.Host.Length > 0;

    // By number only: any name, even one for this machine, is none of Spotify's exceptions.
    private static bool IsLoopback(Uri uri) => IPAddress.TryParse(uri.Host.Trim('[', ']'), out var number)
        && (number.Equals(IPAddress.Loopback) || number.Equals(IPAddress.IPv6Loopback));
}
