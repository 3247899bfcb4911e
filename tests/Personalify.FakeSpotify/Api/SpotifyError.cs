namespace Personalify.FakeSpotify.Api;

/// <summary>An answer that is an error, in Spotify's shape.</summary>
internal sealed class SpotifyError(int status, string message) : Exception(message)
{
    public int Status => status;

    public static SpotifyError BadRequest(string message) => new(StatusCodes.Status400BadRequest, message);

    public static SpotifyError NotFound() => new(StatusCodes.Status404NotFound, "Resource not found");

    public static SpotifyError Forbidden(string message = "Forbidden") => new(StatusCodes.Status403Forbidden, message);
}
