using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Accounts;
using Personalify.Api.Spotify.Errors;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Spotify;

public sealed class SpotifyAccountsTests
{
    private const string Secret = "fakesecret";

    [Theory]
    [InlineData(null)]
    [InlineData(Secret)]
    public async Task A_listener_signs_in_with_or_without_a_secret(string? secret)
    {
        await using var home = await SpotifyHome.StartAsync(new FakeSpotifyOptions { ClientSecret = secret });
        var (verifier, challenge) = secret is null ? PKCEUtil.GenerateCodes() : (null, null);
        var tokens = await home.Accounts.RequestToken(home.App, await CodeAsync(home, challenge), SpotifyHome.Callback, verifier);
        Assert.Equal(Scopes.All, tokens.Scope);
        Assert.Equal((true, TimeSpan.FromHours(1)), (tokens.IsRotated, tokens.ExpiresIn));
        Assert.Equal("fake-ada", (await home.Clients.Create(tokens.AccessToken).UserProfile.Current()).Id);
        Assert.DoesNotContain(tokens.AccessToken, tokens.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_page_of_consent_says_all_that_it_must()
    {
        var request = new LoginRequest(new SpotifyApp("abc", "hidden"), SpotifyHome.Callback, "a b")
        {
            Scope = ["one", "two"], CodeChallenge = "xyz", ShowDialog = true,
        };
        var client = new OAuthClient(null!, Microsoft.Extensions.Options.Options.Create(new SpotifyOptions()), TimeProvider.System);
        Assert.Equal(
            "https://accounts.spotify.com/authorize?client_id=abc&response_type=code"
            + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A5081%2Fspotify%2Fcallback&state=a%20b&scope=one%20two"
            + "&code_challenge_method=S256&code_challenge=xyz&show_dialog=true",
            client.ToUri(request).AbsoluteUri);
    }

    [Fact]
    public void A_verifier_is_long_random_and_of_the_allowed_characters()
    {
        var (verifier, challenge) = PKCEUtil.GenerateCodes();
        Assert.Matches("^[A-Za-z0-9_.~-]{43,128}$", verifier);
        Assert.NotEqual(verifier, PKCEUtil.GenerateCodes().Verifier);
        Assert.Equal(challenge, PKCEUtil.ChallengeOf(verifier));
        // RFC 7636, appendix B.
        Assert.Equal("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", PKCEUtil.ChallengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"));
    }

    [Fact]
    public async Task A_code_is_good_once_for_its_verifier_and_its_address()
    {
        var clock = TestClock.At("2026-11-30T12:00:00Z");
        await using var home = await SpotifyHome.StartAsync(clock: clock);
        var (verifier, challenge) = PKCEUtil.GenerateCodes();

        Task RefuseAsync(string code, Uri address, string proof) =>
            Assert.ThrowsAsync<InvalidGrantException>(() => home.Accounts.RequestToken(home.App, code, address, proof));
        var code = await CodeAsync(home, challenge);
        await home.Accounts.RequestToken(home.App, code, SpotifyHome.Callback, verifier);
        await RefuseAsync(code, SpotifyHome.Callback, verifier);
        await RefuseAsync(await CodeAsync(home, challenge), SpotifyHome.Callback, PKCEUtil.GenerateCodes().Verifier);
        await RefuseAsync(await CodeAsync(home, challenge), new Uri("http://127.0.0.1:5081/other"), verifier);
        var late = await CodeAsync(home, challenge);
        clock.Advance(TimeSpan.FromMinutes(10));
        await RefuseAsync(late, SpotifyHome.Callback, verifier);
    }

    [Fact]
    public async Task A_refresh_keeps_the_old_token_where_none_is_given()
    {
        await using var home = await SpotifyHome.StartAsync();
        var first = await SignInAsync(home);
        var second = await home.Accounts.RefreshToken(home.App, first.RefreshToken);
        Assert.Equal((first.RefreshToken, false), (second.RefreshToken, second.IsRotated));
        Assert.NotEqual(first.AccessToken, second.AccessToken);

        home.Server.Faults.Next("/api/token", Fault.Without("scope", "expires_in"));
        var third = await home.Accounts.RefreshToken(home.App, second.RefreshToken);
        Assert.Equal((null, TimeSpan.FromHours(1)), (third.Scope, third.ExpiresIn));
    }

    [Fact]
    public async Task A_rotated_token_replaces_the_old_one_which_is_good_no_more()
    {
        await using var home = await SpotifyHome.StartAsync(new FakeSpotifyOptions { RotatesRefreshTokens = true });
        var first = await SignInAsync(home);
        var second = await home.Accounts.RefreshToken(home.App, first.RefreshToken);
        Assert.True(second.IsRotated);
        var failure = await Assert.ThrowsAsync<InvalidGrantException>(() => home.Accounts.RefreshToken(home.App, first.RefreshToken));
        Assert.Equal(("Refresh token revoked", 4), (failure.SpotifyMessage, home.Server.Requests.Count("/api/token") + 1));
        Assert.DoesNotContain(first.RefreshToken, failure.ToString(), StringComparison.Ordinal);
        await home.Accounts.RefreshToken(home.App, second.RefreshToken);
    }

    [Fact]
    public async Task After_six_months_or_a_withdrawal_the_listener_signs_in_again()
    {
        var clock = TestClock.At("2026-11-30T12:00:00Z");
        await using var home = await SpotifyHome.StartAsync(clock: clock);
        var tokens = await SignInAsync(home);
        clock.Advance(TimeSpan.FromHours(1));
        await Assert.ThrowsAsync<APIUnauthorizedException>(() => home.Clients.Create(tokens.AccessToken).UserProfile.Current());
        clock.Advance(TimeSpan.FromDays(180));
        await home.Accounts.RefreshToken(home.App, tokens.RefreshToken);
        clock.Advance(TimeSpan.FromDays(2));
        var failure = await Assert.ThrowsAsync<InvalidGrantException>(() => home.Accounts.RefreshToken(home.App, tokens.RefreshToken));
        Assert.Equal(("invalid_grant", null), (failure.Error, failure.SpotifyMessage));

        tokens = await SignInAsync(home);
        home.Server.World.Grants.Revoke("ada");
        await Assert.ThrowsAsync<InvalidGrantException>(() => home.Accounts.RefreshToken(home.App, tokens.RefreshToken));
        await Assert.ThrowsAsync<APIUnauthorizedException>(() => home.Clients.Create(tokens.AccessToken).UserProfile.Current());
    }

    [Fact]
    public async Task Failures_of_the_accounts_are_typed_tried_once_and_say_no_secret()
    {
        await using var home = await SpotifyHome.StartAsync(new FakeSpotifyOptions { ClientSecret = Secret });
        async Task<TException> FailAsync<TException>(SpotifyApp app)
            where TException : APIException =>
                await Assert.ThrowsAsync<TException>(() => home.Accounts.RefreshToken(app, "hidden-refresh"));

        var client = await FailAsync<OAuthException>(new SpotifyApp(home.App.ClientId, "hidden-secret"));
        Assert.Equal(("invalid_client", HttpStatusCode.BadRequest), (client.Error, client.Status));
        home.Server.Faults.Next("/api/token", Fault.Html(HttpStatusCode.BadGateway));
        var failing = await FailAsync<APIUnavailableException>(home.App);
        home.Server.Faults.Next("/api/token", Fault.RateLimited(TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(3), (await FailAsync<APITooManyRequestsException>(home.App)).RetryAfter);
        home.Server.Faults.Next("/api/token", new Fault { Status = 200, Body = """{"access_token":"hidden-access""" });
        var cut = await FailAsync<APIUnreadableException>(home.App);
        home.Server.Faults.Next("/api/token", Fault.Text(HttpStatusCode.BadRequest, "hidden-refresh with " + Secret));
        var text = await FailAsync<OAuthException>(home.App);
        Assert.All(
            new APIException[] { client, failing, cut, text },
            failure => Assert.DoesNotContain("hidden-", failure.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(Secret, text.ToString(), StringComparison.Ordinal);
        Assert.Equal(5, home.Server.Requests.Count("/api/token"));
    }

    private static async Task<TokenResponse> SignInAsync(SpotifyHome home)
    {
        var (verifier, challenge) = PKCEUtil.GenerateCodes();
        return await home.Accounts.RequestToken(home.App, await CodeAsync(home, challenge), SpotifyHome.Callback, verifier);
    }

    private static async Task<string> CodeAsync(SpotifyHome home, string? challenge)
    {
        var request = new LoginRequest(home.App, SpotifyHome.Callback, "state & more") { CodeChallenge = challenge };
        var landed = await home.Server.ApproveAsync(home.Accounts.ToUri(request), "ada");
        var query = QueryHelpers.ParseQuery(landed.Query);
        Assert.Equal("state & more", query["state"]);
        return query["code"].Single()!;
    }
}
