using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Spotify.Accounts;

/// <summary>Spotify's accounts gave no tokens.</summary>
public class OAuthException : APIException
{
    internal OAuthException(string message, APIFailure failure)
        : base(message, failure) => Error = failure.Body.Code;

    /// <summary>The kind of error, such as <c>invalid_client</c>.</summary>
    public string? Error { get; }

    internal static OAuthException Of(APIFailure failure) => failure.Body.Code switch
    {
        "invalid_grant" => new InvalidGrantException(failure),
        "invalid_client" => new OAuthException(
            "Spotify does not know this client id, or its secret is another one. Compare both with the app's settings in Spotify's "
            + "Developer Dashboard.", failure),
        _ => new OAuthException(
            $"Spotify gave no tokens at {failure.Request} ({(int)failure.Status!}).{failure.Words} Sign in with Spotify again.", failure),
    };
}

/// <summary>
/// The code or the refresh token is used, revoked or older than six months. It is not tried again, and nothing is deleted because of it:
/// the listener signs in again.
/// </summary>
public sealed class InvalidGrantException : OAuthException
{
    internal InvalidGrantException(APIFailure failure)
        : base(
            "Spotify no longer takes this grant: it was used, withdrawn, or is older than six months. Sign in with Spotify again.", failure)
    {
    }
}
