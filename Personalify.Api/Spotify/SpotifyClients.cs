using Microsoft.Extensions.Options;
using Personalify.Api.Spotify.Budgets;
using Personalify.Api.Spotify.Http;

namespace Personalify.Api.Spotify;

/// <summary>Makes clients; one costs nothing, and all share their connections.</summary>
public sealed class SpotifyClients(IHttpClientFactory factory, IOptions<SpotifyOptions> options, TimeProvider clock)
{
    /// <summary>In the name of this server's own app.</summary>
    public SpotifyClient Create(IAuthenticator authenticator) => Create(authenticator, new SpotifyCaller(options.Value.ClientId));

    /// <summary>What is asked counts for the caller's client id.</summary>
    public SpotifyClient Create(IAuthenticator authenticator, SpotifyCaller caller) =>
        new(new APIConnector(factory.CreateClient(SpotifyModule.ApiClient), authenticator, caller, options.Value, clock));

    public SpotifyClient Create(string accessToken) => Create(new TokenAuthenticator(accessToken));
}
