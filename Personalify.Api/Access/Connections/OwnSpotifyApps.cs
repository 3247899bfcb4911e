using Microsoft.Extensions.Options;
using Personalify.Api.Errors;
using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>Takes an app that a listener brings.</summary>
public sealed class OwnSpotifyApps(SpotifyApps apps, IOptions<SpotifyOptions> options)
{
    private const int MaxSecretLength = 128;

    private static readonly NotAllowedError OnlyDemo = new(
        "This server goes to the demo Spotify, which knows no apps but its own. Who runs the server sets Spotify__ClientId to go to "
        + "Spotify itself.");

    private static readonly InvalidInputError NoClientId =
        new("This is no client id of Spotify: one has letters and digits only. Copy it from the app's settings.", "clientId");

    private static readonly InvalidInputError NoSecret =
        new("This is no secret of Spotify. Copy it from the app's settings, or leave it out.", "clientSecret");

    public async Task<FieldResult<OwnSpotifyApp>> SetAsync(
        int userId, string clientId, string? clientSecret, CancellationToken cancellationToken)
    {
        if (options.Value.IsDemo) return new([OnlyDemo]);
        var (id, secret) = (clientId.Trim(), clientSecret?.Trim());
        if (!SpotifyApp.IsClientId(id))
            return new([NoClientId]);
        if (secret?.Length > MaxSecretLength || secret?.Any(char.IsControl) == true)
            return new([NoSecret]);
        var app = new SpotifyApp(id, secret);
        await apps.SetOwnAsync(userId, app, cancellationToken);
        return new OwnSpotifyApp(app.ClientId, app.ClientSecret is not null);
    }
}
