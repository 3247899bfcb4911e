namespace Personalify.Api.Spotify;

/// <summary>An app of the Developer Dashboard: this server's, or one that a listener brings. Its text never shows the secret.</summary>
public sealed class SpotifyApp(string clientId, string? clientSecret = null)
{
    public string ClientId { get; } = IsClientId(clientId) ? clientId : throw new ArgumentException(
        "This is no client id of Spotify: one has letters and digits only. Copy it from the app's settings in the Developer Dashboard.",
        nameof(clientId));

    public string? ClientSecret { get; } = string.IsNullOrEmpty(clientSecret) ? null : clientSecret;

    public static bool IsClientId(string text) =>
        text.Length is > 0 and <= 128 && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_');

    public override string ToString() => ClientId;
}
