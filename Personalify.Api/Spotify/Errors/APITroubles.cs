namespace Personalify.Api.Spotify.Errors;

/// <summary>Spotify fails, is silent or cannot be reached; it was tried as often as is right, and may work later.</summary>
public sealed class APIUnavailableException : APIException
{
    private APIUnavailableException(string message, APIFailure failure, Exception? inner = null)
        : base(message, failure, inner)
    {
    }

    internal static APIUnavailableException Failing(APIFailure failure) => new(
        $"Spotify itself failed at {failure.Request} ({(int)failure.Status!}), several times in a row. Try again later.{failure.Words}",
        failure);

    internal static APIUnavailableException Silent(string request, Exception inner) => new(
        $"Spotify did not answer {request} in time. Try again later; Spotify:TotalTimeout and Spotify:AttemptTimeout set how long to wait.",
        APIFailure.Without(request), inner);

    internal static APIUnavailableException Unreachable(string request, Exception inner) => new(
        $"Spotify could not be reached for {request}, or its answer broke off. Look at this machine's connection, and try again later.",
        APIFailure.Without(request), inner);
}

/// <summary>An answer came, and it is not one that can be read.</summary>
public sealed class APIUnreadableException : APIException
{
    private APIUnreadableException(string message, string request, Exception? inner = null)
        : base(message, APIFailure.Without(request), inner)
    {
    }

    internal static APIUnreadableException Empty(string request) =>
        new($"Spotify answered {request} with nothing. Try again later.", request);

    internal static APIUnreadableException NotJson(string request, Exception inner) => new(
        $"What Spotify answered to {request} is not JSON of the known shape. Something between this server and Spotify may answer in its "
        + "place.", request, inner);

    internal static APIUnreadableException TooLarge(string request, int limit, Exception inner) => new(
        $"Spotify's answer to {request} is larger than {limit} bytes. Ask for fewer entries, or raise Spotify:MaxBodyBytes.",
        request, inner);
}

/// <summary>The way to the next page leads nowhere that may be gone to.</summary>
public sealed class APIPagingException : APIException
{
    private APIPagingException(string message, string request)
        : base(message, APIFailure.Without(request))
    {
    }

    internal static APIPagingException ElsewhereThan(Uri root, Uri next) => new(
        $"The next page lies on {next.Scheme}://{next.Authority} and not below {root}. It was not fetched, since the listener's token goes "
        + "to Spotify only.",
        "GET " + next.AbsolutePath);

    internal static APIPagingException Endless(int pages) => new(
        $"After {pages} pages the next one is one that came before, or there are too many. What was read so far is right; start anew "
        + "later.", "GET (next page)");
}
