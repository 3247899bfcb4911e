using Microsoft.AspNetCore.Http;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Which pages may open a socket. Browsers send cookies with the handshake from any page and ask nobody (no CORS), so a foreign page
/// could act and read as whoever is signed in. They do name the page's origin, which no page can change: RFC 6455, 10.2.
/// </summary>
internal static class SocketOrigin
{
    /// <summary>Whether the page is of this host or a named one. What sends no origin is no browser, and has no cookies but its own.</summary>
    public static bool IsTrusted(HttpRequest request, IEnumerable<string> allowed)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || IsSame(origin, request) || allowed.Contains(origin, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>A proxy may have taken the encryption off, so https pages are of a host that is asked by http; the reverse is not.</summary>
    private static bool IsSame(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var page)
        && (page.Scheme == Uri.UriSchemeHttps || (page.Scheme == Uri.UriSchemeHttp && !request.IsHttps))
        && page.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase);
}
