using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Access.Connections;

/// <summary>The listener's connection has ended, so nothing can be asked of Spotify in their name. Asking again does not help.</summary>
public sealed class SpotifySignInAgainException : APIException
{
    internal SpotifySignInAgainException(Exception? inner = null)
        : base(
            "The connection with Spotify has ended, or its tokens cannot be read any more. Sign in with Spotify again.",
            APIFailure.Without("POST /api/token"), inner)
    {
    }
}
