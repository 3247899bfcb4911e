using System.Net;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Errors;
using Personalify.FakeSpotify.Faults;

namespace Personalify.Api.Tests.Spotify;

/// <summary>Everything that goes wrong, and what a caller gets to know of it.</summary>
public sealed class SpotifyFailureTests : IAsyncLifetime
{
    private const string Me = "/v1/me";
    private SpotifyHome _home = null!;

    public async Task InitializeAsync() => _home = await SpotifyHome.StartAsync();

    public Task DisposeAsync() => _home.DisposeAsync().AsTask();

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_burst_of_5xx_is_passed_over(int status)
    {
        _home.Server.Faults.Next(Me, Fault.Html((HttpStatusCode)status), times: 2);
        Assert.Equal("fake-ada", (await _home.Ada.UserProfile.Current()).Id);
        Assert.Equal(3, _home.Server.Requests.Count(Me));
    }

    [Fact]
    public async Task A_lasting_5xx_ends_after_bounded_tries()
    {
        _home.Server.Faults.Next(Me, Fault.Empty(HttpStatusCode.BadGateway), times: int.MaxValue);
        var failure = await FailAsync<APIUnavailableException>();
        Assert.Equal((HttpStatusCode.BadGateway, "GET /v1/me"), (failure.Status, failure.Request));
        Assert.Equal(4, _home.Server.Requests.Count(Me));
    }

    [Fact]
    public async Task A_cut_answer_is_asked_for_again()
    {
        _home.Server.Faults.Next(Me, Fault.Cut());
        Assert.Equal("fake-ada", (await _home.Ada.UserProfile.Current()).Id);
        _home.Server.Faults.Next(Me, Fault.Cut(), times: int.MaxValue);
        Assert.Null((await FailAsync<APIUnavailableException>()).Status);
    }

    [Fact]
    public async Task A_short_pause_is_waited_for()
    {
        _home.Server.Faults.Next(Me, Fault.RateLimited(TimeSpan.Zero), times: 2);
        Assert.Equal("fake-ada", (await _home.Ada.UserProfile.Current()).Id);
        Assert.Equal(3, _home.Server.Requests.Count(Me));
    }

    [Fact]
    public async Task A_pause_of_a_day_is_told_and_never_waited_for()
    {
        _home.Server.Faults.Next(Me, Fault.RateLimited(TimeSpan.FromSeconds(86_236)));
        var failure = await FailAsync<APITooManyRequestsException>();
        Assert.Equal((TimeSpan.FromSeconds(86_236), true, null), (failure.RetryAfter, failure.IsQuota, failure.Reason));
        Assert.Contains("86,236 seconds", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, _home.Server.Requests.Count(Me));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(82_661)]
    public async Task A_quota_that_is_used_up_is_never_asked_again(int? seconds)
    {
        _home.Server.Faults.Next(Me, Fault.QuotaExceeded(seconds is { } pause ? TimeSpan.FromSeconds(pause) : null));
        var failure = await FailAsync<APITooManyRequestsException>();
        Assert.Equal(("QUOTA_EXCEEDED", true, seconds), (failure.Reason, failure.IsQuota, (int?)failure.RetryAfter?.TotalSeconds));
        Assert.Equal(1, _home.Server.Requests.Count(Me));
    }

    [Fact]
    public async Task A_429_without_a_pause_goes_to_the_caller()
    {
        _home.Server.Faults.Next(Me, Fault.RateLimited(null));
        var failure = await FailAsync<APITooManyRequestsException>();
        Assert.Equal((null, false, "API rate limit exceeded"), (failure.RetryAfter, failure.IsQuota, failure.SpotifyMessage));
    }

    [Fact]
    public async Task A_bucket_that_is_used_up_leaves_the_others_open()
    {
        _home.Server.Options.DailyQuota[Personalify.FakeSpotify.Api.QuotaBuckets.Catalogue] = 2;
        var id = _home.Server.World.Catalogue.Artists[0].Id;
        await _home.Ada.Artists.Get(id);
        await _home.Ada.Artists.Get(id);
        var failure = await Assert.ThrowsAsync<APITooManyRequestsException>(() => _home.Ada.Artists.Get(id));
        Assert.InRange(failure.RetryAfter!.Value, TimeSpan.FromHours(23), TimeSpan.FromHours(24));
        Assert.Equal("fake-ada", (await _home.Ada.UserProfile.Current()).Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_Premium_of_the_owner_everything_is_forbidden(bool asText)
    {
        (_home.Server.Options.OwnerHasPremium, _home.Server.Options.ForbidsAsText) = (false, asText);
        Assert.Equal(ForbiddenKind.OwnerWithoutPremium, (await FailAsync<APIForbiddenException>()).Kind);
        Assert.Equal(1, _home.Server.Requests.Count(Me));
    }

    [Fact]
    public async Task Who_is_not_on_the_list_is_told_so()
    {
        var farah = _home.Clients.Create(_home.Server.AccessToken("farah"));
        var failure = await Assert.ThrowsAsync<APIForbiddenException>(() => farah.UserProfile.Current());
        Assert.Equal(ForbiddenKind.UserNotAllowed, failure.Kind);
        Assert.Contains("five at most", failure.Message, StringComparison.Ordinal);
        Assert.Equal(5, _home.Server.World.Listeners.Values.Count(listener => listener.IsAllowed));
    }

    [Fact]
    public async Task A_missing_scope_a_removed_endpoint_and_the_playlist_of_another_are_told_apart()
    {
        var spotify = _home.Clients.Create(_home.Server.AccessToken("ada", Scopes.PlaylistReadPrivate));
        var scope = await Assert.ThrowsAsync<APIForbiddenException>(() => spotify.Library.GetTracks());
        var playlist = await Assert.ThrowsAsync<APIForbiddenException>(
            () => spotify.Playlists.GetPlaylistItems(_home.Server.Listener("ada").Playlists[3].Id));
        _home.Server.Faults.Next("/v1/tracks/*", Fault.Json(HttpStatusCode.Forbidden, "Forbidden"));
        var removed = await Assert.ThrowsAsync<APIForbiddenException>(() => spotify.Tracks.Get("x"));
        _home.Server.Faults.Next("/v1/tracks/*", Fault.Html(HttpStatusCode.Forbidden));
        var unknown = await Assert.ThrowsAsync<APIForbiddenException>(() => spotify.Tracks.Get("x"));
        Assert.Equal(
            [ForbiddenKind.ScopeMissing, ForbiddenKind.NotOwned, ForbiddenKind.EndpointRemoved, ForbiddenKind.Unknown],
            new[] { scope, playlist, removed, unknown }.Select(failure => failure.Kind));
    }

    [Fact]
    public async Task A_refused_token_is_renewed_once()
    {
        var renewing = new Renewing(_home.Server.AccessToken("ada"));
        Assert.Equal("fake-ada", (await _home.Clients.Create(renewing).UserProfile.Current()).Id);
        Assert.Equal(("worn-out", 1, 2), (renewing.Refused, renewing.Renewals, _home.Server.Requests.Count(Me)));

        var vain = new Renewing("worn-out-too");
        var failure = await Assert.ThrowsAsync<APIUnauthorizedException>(() => _home.Clients.Create(vain).UserProfile.Current());
        Assert.Equal(("invalid_token", 1), (failure.TokenError, vain.Renewals));
        Assert.DoesNotContain("worn-out", failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_told_so()
    {
        var failure = await Assert.ThrowsAsync<APINotFoundException>(() => _home.Ada.Tracks.Get("0000000000000000000000"));
        Assert.Equal("Resource not found", failure.SpotifyMessage);
        var malformed = await Assert.ThrowsAsync<APIException>(() => _home.Ada.Tracks.Get("../../me"));
        Assert.Equal(HttpStatusCode.BadRequest, malformed.Status);
    }

    [Theory]
    [InlineData("<html>Sign in to the hotel's network</html>", "text/html")]
    [InlineData("[1", "application/json")]
    [InlineData("\"text\"", "application/json")]
    [InlineData("", "application/json")]
    public async Task An_answer_that_is_none_is_told_so(string body, string type)
    {
        _home.Server.Faults.Next(Me, new Fault { Status = 200, Body = body, ContentType = type });
        Assert.Equal("GET /v1/me", (await FailAsync<APIUnreadableException>()).Request);
    }

    [Fact]
    public async Task An_error_never_repeats_the_token()
    {
        var token = _home.Server.AccessToken("ada");
        _home.Server.Faults.Next(Me, Fault.Text(HttpStatusCode.Forbidden, $"Bearer {token} is\r\nnot welcome"));
        var failure = await Assert.ThrowsAsync<APIForbiddenException>(() => _home.Clients.Create(token).UserProfile.Current());
        Assert.Equal("Bearer … is  not welcome", failure.SpotifyMessage);
        Assert.DoesNotContain(token, failure.ToString(), StringComparison.Ordinal);
    }

    private Task<TException> FailAsync<TException>()
        where TException : APIException => Assert.ThrowsAsync<TException>(() => _home.Ada.UserProfile.Current());

    private sealed class Renewing(string fresh) : IAuthenticator
    {
        public string? Refused { get; private set; }

        public int Renewals { get; private set; }

        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => ValueTask.FromResult("worn-out");

        public ValueTask<string?> RenewAsync(string refused, CancellationToken cancellationToken)
        {
            (Refused, Renewals) = (refused, Renewals + 1);
            return ValueTask.FromResult<string?>(fresh);
        }
    }
}
