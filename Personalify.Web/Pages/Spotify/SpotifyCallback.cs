namespace Personalify.Web.Pages.Spotify;

/// <summary>Where Spotify sends browsers back to. Without a hyphen, since Spotify is reported to refuse one there.</summary>
public static class SpotifyCallback
{
    public const string Path = "/spotify/callback";

    /// <summary>At the address at which the browser sees these pages.</summary>
    public static string UrlOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}{Path}";

    /// <summary>At the listener's own machine, which Spotify takes from everybody; most likely nothing answers there.</summary>
    public static string UrlOnThisMachine(HttpRequest request) => $"http://127.0.0.1:{request.Host.Port ?? 80}{Path}";

    /// <summary>
    /// Lets the browser go on to Spotify by itself once it shows the page with the link. A redirect in answer to the form would not do:
    /// browsers then hold every further step, up to the way back here, to the form's rule that it may only lead to this server.
    /// </summary>
    public static void SendOn(HttpContext context, string authorizeUrl) =>
        context.Response.Headers["Refresh"] = $"0;url={authorizeUrl}";
}
