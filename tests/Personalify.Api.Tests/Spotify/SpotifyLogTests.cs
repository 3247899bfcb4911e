using System.Net;
using Microsoft.Extensions.Logging;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Errors;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify;

/// <summary>What is logged on the way to Spotify, at the most talkative level.</summary>
public sealed class SpotifyLogTests
{
    [Fact]
    public async Task Nothing_of_a_listener_is_logged()
    {
        using var log = new KeptLog();
        await using var home = await SpotifyHome.StartAsync(log: log);
        var token = home.Server.AccessToken("ada");
        home.Server.Faults.Next("/v1/*", Fault.Html(HttpStatusCode.BadGateway), times: 2);
        var artist = home.Server.World.Catalogue.Artists[0].Id;
        await home.Clients.Create(token).Artists.Get(artist);
        await Assert.ThrowsAsync<APIUnauthorizedException>(() => home.Clients.Create("worn-out").Artists.Get(artist));
        await Assert.ThrowsAsync<InvalidGrantException>(() => home.Accounts.RefreshToken(home.App, "hidden-refresh"));

        Assert.NotEmpty(log.Lines); // Polly tells of its tries
        Assert.DoesNotContain(log.Lines, line => new[] { token, "worn-out", "hidden-refresh", artist, "/v1/" }.Any(line.Contains));
    }
}
