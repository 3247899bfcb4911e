namespace Personalify.Api.Spotify.Accounts;

/// <summary>Tokens of a listener. Its text never shows them.</summary>
public sealed class TokenResponse
{
    internal TokenResponse(string accessToken, string refreshToken, bool isRotated)
    {
        AccessToken = accessToken;
        RefreshToken = refreshToken;
        IsRotated = isRotated;
    }

    public string AccessToken { get; }

    /// <summary>The new one, or the old one where Spotify gave none.</summary>
    public string RefreshToken { get; }

    /// <summary>Whether the refresh token is a new one, so that it has to be kept before the access token is used.</summary>
    public bool IsRotated { get; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>How long the access token lasts.</summary>
    public required TimeSpan ExpiresIn { get; init; }

    public DateTimeOffset ExpiresAt => CreatedAt + ExpiresIn;

    /// <summary>What was granted. Null: Spotify did not say, and it is what it was before.</summary>
    public required IReadOnlyList<string>? Scope { get; init; }

    public override string ToString() => $"Tokens of Spotify, good until {ExpiresAt:O}";
}
