using Microsoft.Extensions.Options;
using Personalify.Api.Spotify.Http;

namespace Personalify.Api.Spotify;

/// <summary>Makes clients; one costs nothing, and all share their connections.</summary>
public sealed class SpotifyClients(IHttpClientFactory factory, IOptions<SpotifyOptions> options, TimeProvider clock)
{
    public SpotifyClient Create(IAuthenticator authenticator) =>
        new(new APIConnector(factory.CreateClient(SpotifyModule.ApiClient), authenticator, options.Value, clock));

    public SpotifyClient Create(string accessToken) => Create(new TokenAuthenticator(accessToken));
}
