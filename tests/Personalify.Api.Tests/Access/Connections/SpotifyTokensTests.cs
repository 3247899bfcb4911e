using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Personalify.Api.Access.Connections;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Errors;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access.Connections;

/// <summary>The access token of a connected listener, as those who call Spotify get it.</summary>
public sealed class SpotifyTokensTests
{
    private const string Token = "/api/token";

    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_that_ends_is_refreshed_and_stored_whether_or_not_Spotify_rotates(bool rotates)
    {
        await using var home = await ConnectedAsync(rotates);
        var refresh = await StoredAsync(home, "refresh_token");
        await AskAsync(home);
        Assert.Equal(1, home.Spotify.Requests.Count(Token));

        home.Advance(TimeSpan.FromMinutes(59.5)); // It would still be good, for half a minute.
        await AskAsync(home);
        await AskAsync(home);

        Assert.Equal(2, home.Spotify.Requests.Count(Token));
        Assert.Equal(rotates, refresh != await StoredAsync(home, "refresh_token"));
        home.Advance(TimeSpan.FromHours(2));
        await AskAsync(home); // What was stored is good for the next one.
        Assert.Equal(3, home.Spotify.Requests.Count(Token));
    }

    [StoreFact]
    public async Task A_token_that_Spotify_refuses_early_is_refreshed_once_in_the_middle_of_a_call()
    {
        await using var home = await ConnectedAsync();
        var client = (await FindAsync(home))!.Client;
        home.Spotify.Faults.Next("/v1/me", Fault.Text(HttpStatusCode.Unauthorized, "expired"));

        Assert.Equal("fake-ada", (await client.UserProfile.Current()).Id);

        Assert.Equal(2, home.Spotify.Requests.Count(Token));
    }

    [StoreTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fifty_callers_of_two_processes_refresh_once(bool rotates)
    {
        await using var home = await ConnectedAsync(rotates);
        await using var second = OtherProcess(home, home.Get<IDataProtectionProvider>());
        home.Advance(TimeSpan.FromHours(1));
        var before = home.Spotify.Requests.Count(Token);
        SpotifyConnections[] processes = [home.Get<SpotifyConnections>(), second.GetRequiredService<SpotifyConnections>()];

        var ids = await Task.WhenAll(Enumerable.Range(0, 50).Select(async i =>
            (await (await processes[i % 2].FindAsync(1, CancellationToken.None))!.Client.UserProfile.Current()).Id));

        Assert.All(ids, id => Assert.Equal("fake-ada", id));
        Assert.Equal(before + 1, home.Spotify.Requests.Count(Token));
    }

    [StoreFact]
    public async Task What_the_listener_took_back_is_marked_once_and_nothing_is_deleted()
    {
        await using var home = await ConnectedAsync();
        var client = (await FindAsync(home))!.Client;
        home.Spotify.World.Grants.Revoke("ada");
        var before = home.Spotify.Requests.Count(Token);

        await Assert.ThrowsAsync<SpotifySignInAgainException>(() => client.UserProfile.Current());

        Assert.Equal(
            "SIGN_IN_AGAIN", await home.ReadAsync<string>("SELECT status FROM spotify_connections WHERE refresh_token IS NOT NULL"));
        Assert.Null(await FindAsync(home));
        await Assert.ThrowsAsync<SpotifySignInAgainException>(() => client.UserProfile.Current());
        Assert.Equal(before + 1, home.Spotify.Requests.Count(Token));
        using var stranger = home.Application.Connect();
        using var ada = home.Application.Connect((await stranger.SignInAsync("ada")).Token());
        (await home.ConnectAsync(ada, "ada")).Completion();
        await AskAsync(home);
    }

    [StoreFact]
    public async Task Failures_that_pass_change_nothing()
    {
        await using var home = await ConnectedAsync();
        home.Advance(TimeSpan.FromHours(1));
        var (access, refresh) = (await StoredAsync(home, "access_token"), await StoredAsync(home, "refresh_token"));
        home.Spotify.Faults.Next(Token, Fault.Html(HttpStatusCode.BadGateway));
        await Assert.ThrowsAsync<APIUnavailableException>(() => AskAsync(home));
        home.Spotify.Faults.Next(Token, Fault.RateLimited(TimeSpan.FromSeconds(3)));
        await Assert.ThrowsAsync<APITooManyRequestsException>(() => AskAsync(home));

        Assert.Equal((access, refresh), (await StoredAsync(home, "access_token"), await StoredAsync(home, "refresh_token")));
        await AskAsync(home);
    }

    [StoreFact]
    public async Task Without_the_keys_the_listener_signs_in_again()
    {
        await using var home = await ConnectedAsync();
        await using var stranger = OtherProcess(home, new EphemeralDataProtectionProvider());
        var client = (await stranger.GetRequiredService<SpotifyConnections>().FindAsync(1, CancellationToken.None))!.Client;

        var failure = await Assert.ThrowsAsync<SpotifySignInAgainException>(() => client.UserProfile.Current());

        Assert.IsType<CryptographicException>(failure.InnerException);
        Assert.Equal("SIGN_IN_AGAIN", await home.ReadAsync<string>("SELECT status FROM spotify_connections"));
    }

    [StoreFact]
    public async Task A_caller_who_gives_up_loses_no_token()
    {
        await using var home = await ConnectedAsync(rotates: true);
        home.Advance(TimeSpan.FromHours(1));
        var client = (await FindAsync(home))!.Client;
        using var impatient = new CancellationTokenSource();
        var call = client.UserProfile.Current(impatient.Token);
        await impatient.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        await AskAsync(home);

        Assert.Equal("ACTIVE", await home.ReadAsync<string>("SELECT status FROM spotify_connections"));
    }

    [StoreTheory]
    [InlineData(31, null, "ACTIVE")]
    [InlineData(29, "MONTH", "ACTIVE")]
    [InlineData(8, "MONTH", "ACTIVE")]
    [InlineData(7, "WEEK", "ACTIVE")]
    [InlineData(2, "WEEK", "ACTIVE")]
    [InlineData(1, "DAY", "ACTIVE")]
    [InlineData(0, null, "SIGN_IN_AGAIN")]
    public async Task The_end_after_six_months_is_told_ahead(int daysLeft, string? warning, string status)
    {
        await using var home = await ConnectedAsync();
        await home.ExecuteAsync(FormattableString.Invariant(
            $"UPDATE spotify_connections SET authorized_at = authorized_at + interval '{daysLeft} days' - interval '6 months'"));
        using var stranger = home.Application.Connect();
        using var ada = home.Application.Connect((await stranger.SignInAsync("ada")).Token());

        var spotify = (await ada.SpotifyAsync()).GetProperty("spotify");

        Assert.Equal((warning, status), (spotify.GetProperty("expiryWarning").GetString(), spotify.GetProperty("status").GetString()));
    }

    private static async Task<ConnectionHome> ConnectedAsync(bool rotates = false)
    {
        var home = await ConnectionHome.StartAsync(new FakeSpotifyOptions { RotatesRefreshTokens = rotates });
        using var ada = await home.AdaAsync();
        (await home.ConnectAsync(ada, "ada")).Completion();
        return home;
    }

    private static Task<ConnectedSpotify?> FindAsync(ConnectionHome home) =>
        home.Get<SpotifyConnections>().FindAsync(1, CancellationToken.None);

    private static async Task AskAsync(ConnectionHome home) =>
        Assert.Equal("fake-ada", (await (await FindAsync(home))!.Client.UserProfile.Current()).Id);

    private static async Task<string> StoredAsync(ConnectionHome home, string column) =>
        home.Get<TokenProtection>().Unprotect(await home.ReadAsync<byte[]>($"SELECT {column} FROM spotify_connections"));

    /// <summary>The same services once more, as another process of the Api has them.</summary>
    private static ServiceProvider OtherProcess(ConnectionHome home, IDataProtectionProvider keys) => new ServiceCollection()
        .AddSingleton(home.Get<IConfiguration>())
        .AddSingleton<TimeProvider>(home.Application.Time)
        .AddSingleton(NpgsqlDataSource.Create(home.Application.ConnectionString))
        .AddSingleton(keys)
        .AddLogging()
        .AddSpotify()
        .AddSpotifyConnections()
        .BuildServiceProvider();
}
