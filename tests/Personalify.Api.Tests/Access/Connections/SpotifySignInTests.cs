using System.Net;
using System.Text.Json;
using Personalify.Api.Spotify.Budgets;
using Personalify.FakeSpotify;
using Personalify.FakeSpotify.Faults;
using Personalify.Testing;

namespace Personalify.Api.Tests.Access.Connections;

public sealed class SpotifySignInTests
{
    [StoreTheory]
    [InlineData(null)]
    [InlineData("fakesecret")]
    public async Task A_listener_connects_their_own_account(string? secret)
    {
        await using var home = await ConnectionHome.StartAsync(new FakeSpotifyOptions { ClientSecret = secret });
        using var ada = await home.AdaAsync();
        Assert.Equal(JsonValueKind.Null, (await ada.SpotifyAsync()).GetProperty("spotify").ValueKind);

        var completion = (await home.ConnectAsync(ada, "ada")).Completion();

        Assert.Equal(JsonValueKind.Null, completion.GetProperty("session").ValueKind);
        Assert.Equal("/spotify", completion.GetProperty("returnPath").GetString());
        Assert.False(completion.GetProperty("isNewAccount").GetBoolean());
        var spotify = (await ada.SpotifyAsync()).GetProperty("spotify");
        Assert.Equal(("fake-ada", "ACTIVE"), (spotify.GetProperty("spotifyId").GetString(), spotify.GetProperty("status").GetString()));
        Assert.False(spotify.GetProperty("isDemo").GetBoolean());
        Assert.All(spotify.GetProperty("features").EnumerateArray(), feature => Assert.True(feature.GetProperty("isGranted").GetBoolean()));
        Assert.Equal(DateTimeOffset.Parse("2026-09-01T12:00:00Z", null), spotify.GetProperty("expiresAt").GetDateTimeOffset());
        Assert.Equal(home.Spotify.Listener("ada").AccountId, await home.ReadAsync<string>("SELECT account_id FROM spotify_connections"));
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_sign_ins"));
    }

    [StoreFact]
    public async Task Who_signs_in_gets_an_account_once_and_enters_it_again()
    {
        await using var home = await ConnectionHome.StartAsync();

        var first = (await home.EnterAsync("ada")).Completion();
        var again = (await home.EnterAsync("ada")).Completion();
        var other = (await home.EnterAsync("bram")).Completion();

        Assert.Equal((true, false, true), (
            first.GetProperty("isNewAccount").GetBoolean(), again.GetProperty("isNewAccount").GetBoolean(),
            other.GetProperty("isNewAccount").GetBoolean()));
        Assert.Equal(("Ada (invented)", "ADMINISTRATOR"), NameAndRole(first));
        Assert.Equal(("Ada (invented)", "ADMINISTRATOR"), NameAndRole(again));
        Assert.Equal(("Bram (invented)", "LISTENER"), NameAndRole(other));
        using var ada = home.Application.Connect(again.Token());
        Assert.False((await ada.SpotifyAsync()).GetProperty("hasPassword").GetBoolean());
        Assert.Equal("Ada (invented)", await ada.MeAsync());
    }

    [StoreFact]
    public async Task An_account_that_came_through_Spotify_has_a_password_as_soon_as_it_sets_one()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = home.Application.Connect((await home.EnterAsync("ada")).Completion().Token());

        var changed = await ada.QueryAsync(
            "mutation($input: ChangePasswordInput!) { changePassword(input: $input) { user { hasPassword } errors { __typename } } }",
            new { input = new { newPassword = Accounts.Password } });

        Assert.True(changed.GetProperty("changePassword").GetProperty("user").GetProperty("hasPassword").GetBoolean());
        Assert.True((await ada.SpotifyAsync()).GetProperty("hasPassword").GetBoolean());
    }

    [StoreFact]
    public async Task Names_that_are_taken_get_a_number()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var admin = await home.Application.ConnectAsAsync("Bram (Invented)");

        Assert.Equal("Bram (invented) 2", NameAndRole((await home.EnterAsync("bram")).Completion()).Name);
    }

    [StoreFact]
    public async Task A_server_whose_accounts_are_made_by_administrators_makes_none_but_the_first()
    {
        await using var home = await ConnectionHome.StartAsync(settings: ("Spotify:NewAccounts", "false"));
        using var ada = await home.AdaAsync();

        Assert.Equal("NotAllowedError", (await home.EnterAsync("bram")).ErrorName());
        await home.ConnectAsync(ada, "ada");

        Assert.Equal("ada", NameAndRole((await home.EnterAsync("ada")).Completion()).Name);
    }

    [StoreFact]
    public async Task A_state_works_once_for_ten_minutes_and_for_no_other_account()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        using var bob = await home.Application.ConnectAsAsync("bob", by: ada);
        using var elsewhere = home.Application.Connect();
        var landed = await home.GoAsync(ada, "ada");

        Assert.Equal("SpotifyStateError", (await bob.CompleteAsync(landed)).ErrorName());
        (await elsewhere.CompleteAsync(landed)).Completion(); // A browser with other cookies; the page has asked its person before.
        Assert.Equal("SpotifyStateError", (await ada.CompleteAsync(landed)).ErrorName());
        Assert.Equal("fake-ada", (await ada.SpotifyAsync()).GetProperty("spotify").GetProperty("spotifyId").GetString());
        Assert.Equal("SpotifyStateError", (await ada.CompleteAsync("http://127.0.0.1/?code=x&state=made-up")).ErrorName());

        var late = await home.GoAsync(ada, "ada");
        home.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("SpotifyStateError", (await ada.CompleteAsync(late)).ErrorName());
    }

    [StoreFact]
    public async Task Ways_that_are_open_are_bounded_and_the_oldest_of_an_account_end()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        var first = await home.GoAsync(ada, "ada");
        for (var i = 0; i < 5; i++)
        {
            home.Advance(TimeSpan.FromSeconds(1));
            await ada.BeginAsync();
        }

        Assert.Equal(5L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_sign_ins"));
        Assert.Equal("SpotifyStateError", (await ada.CompleteAsync(first)).ErrorName());
    }

    [StoreFact]
    public async Task Every_refusal_of_Spotifys_is_told_apart()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        async Task<string> ErrorAsync(string listener = "ada") => (await ada.CompleteAsync(await home.GoAsync(ada, listener))).ErrorName();

        Assert.Equal("SpotifyDeniedError", (await ada.CompleteAsync(await home.GoAsync(ada, "ada", agrees: false))).ErrorName());
        Assert.Equal("SpotifyNotListedError", await ErrorAsync("farah"));
        home.Spotify.Options.OwnerHasPremium = false;
        Assert.Equal("SpotifyOwnerWithoutPremiumError", await ErrorAsync());
        home.Spotify.Options.OwnerHasPremium = true;
        home.Spotify.Faults.Next("/api/token", Fault.Html(HttpStatusCode.BadGateway));
        Assert.Equal("SpotifyUnreachableError", await ErrorAsync());
        home.Spotify.Faults.Next("/api/token", Json("""{"error":"invalid_client","error_description":"Invalid client"}"""));
        Assert.Equal("SpotifyClientError", await ErrorAsync());
        home.Spotify.Faults.Next("/api/token", Json("""{"error":"invalid_grant","error_description":"Invalid redirect URI"}"""));
        Assert.Equal("SpotifyRedirectError", await ErrorAsync());
        home.Spotify.Faults.Next("/api/token", Json("""{"error":"invalid_grant"}"""));
        Assert.Equal("SpotifyStateError", await ErrorAsync());
        Assert.Equal(0L, await home.ReadAsync<long>("SELECT count(*) FROM spotify_connections"));
    }

    [StoreFact]
    public async Task Without_an_app_there_is_no_way_to_Spotify_until_the_listener_brings_one()
    {
        await using var home = await ConnectionHome.StartAsync(settings: ("Spotify:ClientId", ""));
        using var ada = await home.AdaAsync();
        using var stranger = home.Application.Connect();

        Assert.Equal("SpotifyNotConfiguredError", (await ada.BeginOutcomeAsync(signsIn: false)).ErrorName());
        Assert.Equal("SpotifyNotConfiguredError", (await stranger.BeginOutcomeAsync(signsIn: true)).ErrorName());
        Assert.Equal("InvalidInputError", (await ada.SetAppAsync("no client id!")).ErrorName());
        await ada.SetAppAsync(home.Spotify.Options.ClientId);
        Assert.Equal("fake-ada", (await ConnectedAsync(home, ada)).GetProperty("spotifyId").GetString());

        // What was asked on the way counts for that app and for no other one.
        var budgets = home.Get<SpotifyBudgets>();
        Assert.Contains(await budgets.ListAsync(home.Spotify.Options.ClientId, CancellationToken.None), budget => budget.UsedToday > 0);
        Assert.All(await budgets.ListAsync("", CancellationToken.None), budget => Assert.Equal(0, budget.UsedToday));

        // Without the app the connection could never be refreshed.
        var removed = await ada.QueryAsync("mutation { removeSpotifyApp { removed } }");
        Assert.True(removed.GetProperty("removeSpotifyApp").GetProperty("removed").GetBoolean());
        Assert.Equal("SIGN_IN_AGAIN", (await ada.SpotifyAsync()).GetProperty("spotify").GetProperty("status").GetString());
    }

    [StoreFact]
    public async Task One_account_here_goes_with_one_at_Spotify()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();
        using var bob = await home.Application.ConnectAsAsync("bob", by: ada);
        await home.ConnectAsync(ada, "ada");

        var taken = await home.ConnectAsync(bob, "ada");
        var second = await home.ConnectAsync(ada, "bram");

        Assert.Equal("SpotifyAccountTakenError", taken.ErrorName());
        Assert.Contains("end the link there", taken.ErrorMessage(), StringComparison.Ordinal);
        Assert.Equal("SpotifyAccountTakenError", second.ErrorName());
        Assert.Contains("Ada (invented)", second.ErrorMessage(), StringComparison.Ordinal);
    }

    [StoreFact]
    public async Task Simultaneous_sign_ins_of_one_listener_make_one_account()
    {
        await using var home = await ConnectionHome.StartAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => home.EnterAsync("ada")));

        Assert.Single(outcomes, outcome => outcome.Completion().GetProperty("isNewAccount").GetBoolean());
        Assert.Equal(1L, await home.ReadAsync<long>("SELECT count(*) FROM users"));
    }

    [StoreFact]
    public async Task Where_Spotify_tells_no_account_id_the_id_links_and_is_replaced_when_it_does()
    {
        await using var home = await ConnectionHome.StartAsync();
        home.Spotify.Faults.Next("/v1/me", Fault.Without("account_id"));
        Assert.True((await home.EnterAsync("ada")).Completion().GetProperty("isNewAccount").GetBoolean());
        Assert.Equal("id:fake-ada", await home.ReadAsync<string>("SELECT account_id FROM spotify_connections"));

        Assert.False((await home.EnterAsync("ada")).Completion().GetProperty("isNewAccount").GetBoolean());
        var known = await home.ReadAsync<string>("SELECT account_id FROM spotify_connections");
        home.Spotify.Faults.Next("/v1/me", Fault.Without("account_id"));
        Assert.False((await home.EnterAsync("ada")).Completion().GetProperty("isNewAccount").GetBoolean());

        Assert.Equal(home.Spotify.Listener("ada").AccountId, known);
        Assert.Equal(known, await home.ReadAsync<string>("SELECT account_id FROM spotify_connections"));
    }

    [StoreFact]
    public async Task Attempts_are_limited_by_address()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var stranger = home.Application.Connect();
        for (var i = 0; i < 50; i++) await stranger.CompleteAsync("http://127.0.0.1/?code=x&state=made-up");

        Assert.Equal("TooManyAttemptsError", (await stranger.CompleteAsync("http://127.0.0.1/?code=x&state=made-up")).ErrorName());
        Assert.Equal("TooManyAttemptsError", (await stranger.BeginOutcomeAsync(signsIn: true)).ErrorName());
    }

    [StoreTheory]
    [InlineData("http://localhost:5080/spotify/callback", "/spotify", "SpotifyRedirectError")]
    [InlineData("http://192.168.1.5:5080/spotify/callback", "/spotify", "SpotifyRedirectError")]
    [InlineData(null, "/spotify", "SpotifyRedirectError")]
    [InlineData(ConnectionHome.Callback, "https://evil.example/", "InvalidInputError")]
    [InlineData(ConnectionHome.Callback, "//evil.example/", "InvalidInputError")]
    [InlineData(ConnectionHome.Callback, "/\\evil.example/", "InvalidInputError")]
    public async Task Ways_that_lead_elsewhere_are_not_begun(string? redirectUrl, string returnPath, string error)
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();

        Assert.Equal(error, (await ada.BeginOutcomeAsync(signsIn: false, redirectUrl, returnPath)).ErrorName());
    }

    [StoreFact]
    public async Task A_way_back_that_is_too_long_is_told_so_and_is_not_taken_for_one_that_leads_elsewhere()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();

        var tooLong = await ada.BeginOutcomeAsync(signsIn: false, returnPath: "/" + new string('a', 500));

        Assert.Equal(
            "The way back has 501 characters, and at most 500 are kept. Give a shorter path of this server, such as /spotify.",
            tooLong.ErrorMessage());
        Assert.NotEmpty(await ada.BeginAsync());
        Assert.Equal(
            JsonValueKind.Object,
            (await ada.BeginOutcomeAsync(signsIn: false, returnPath: "/" + new string('a', 499))).GetProperty("spotifySignIn").ValueKind);
    }

    [StoreFact]
    public async Task What_is_pasted_and_is_no_such_address_is_told()
    {
        await using var home = await ConnectionHome.StartAsync();
        using var ada = await home.AdaAsync();

        Assert.All(
            [await ada.CompleteAsync("http://127.0.0.1:5080/"), await ada.CompleteAsync("?code=only"), await ada.CompleteAsync("hello")],
            outcome => Assert.Equal("InvalidInputError", outcome.ErrorName()));
    }

    [StoreFact]
    public async Task The_demo_account_connects_nothing()
    {
        await using var home = await ConnectionHome.StartAsync();
        await home.Application.AddDemoAsync();
        using var stranger = home.Application.Connect();
        using var demo = home.Application.Connect((await stranger.SignInToDemoAsync()).Token());

        Assert.Equal("NotAllowedError", (await demo.BeginOutcomeAsync(signsIn: false)).ErrorName());
    }

    private static (string? Name, string? Role) NameAndRole(JsonElement completion)
    {
        var user = completion.GetProperty("session").GetProperty("user");
        return (user.GetProperty("name").GetString(), user.GetProperty("role").GetString());
    }

    private static async Task<JsonElement> ConnectedAsync(ConnectionHome home, ApiClient client)
    {
        (await home.ConnectAsync(client, "ada")).Completion();
        return (await client.SpotifyAsync()).GetProperty("spotify");
    }

    private static Fault Json(string body) => new() { Status = 400, Body = body };
}
