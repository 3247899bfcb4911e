using Microsoft.Extensions.Options;
using Personalify.Api.Errors;
using Personalify.Api.Spotify;

namespace Personalify.Api.Access.Connections;

/// <summary>Takes an app that a listener brings.</summary>
public sealed class OwnSpotifyApps(SpotifyApps apps, IOptions<SpotifyOptions> options)
{
    private const int MaxSecretLength = 128;

    private static readonly NotAllowedError OnlyDemo = new(
        "This server goes to the demo Spotify, which knows no apps but its own. Who runs the server sets Spotify__ClientId to go to Spotify "
        + "itself.");

    public async Task<FieldResult<OwnSpotifyApp>> SetAsync(
        int userId, string clientId, string? clientSecret, CancellationToken cancellationToken)
    {
        if (options.Value.IsDemo) return new([OnlyDemo]);
        var (id, secret) = (clientId.Trim(), clientSecret?.Trim());
        if (!SpotifyApp.IsClientId(id))
            return new([Invalid("This is no client id of Spotify: one has letters and digits only. Copy it from the app's settings.", "clientId")]);
        if (secret?.Length > MaxSecretLength || secret?.Any(char.IsControl) == true)
            return new([Invalid("This is no secret of Spotify. Copy it from the app's settings, or leave it out.", "clientSecret")]);
        var app = new SpotifyApp(id, secret);
        await apps.SetOwnAsync(userId, app, cancellationToken);
        return new OwnSpotifyApp(app.ClientId, app.ClientSecret is not null);
    }

    private static InvalidInputError Invalid(string sentence, string field) => new(sentence, field);
}
