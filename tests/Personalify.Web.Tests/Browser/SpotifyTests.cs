using Microsoft.Playwright;
using Personalify.FakeSpotify;

namespace Personalify.Web.Tests.Browser;

/// <summary>From the sign-in page over Spotify's page of consent and back, in a browser.</summary>
public sealed class SpotifyTests(SpotifyTests.DashboardWithSpotify dashboard) : IClassFixture<SpotifyTests.DashboardWithSpotify>
{
    private const string Password = "correct horse battery";

    [BrowserTheory]
    [InlineData("desktop-light", true, "ada")]
    [InlineData("phone-dark", false, "bram")]
    public async Task A_listener_signs_in_with_Spotify_looks_at_the_connection_and_wipes_it(string screen, bool hasScripts, string listener)
    {
        await using var window = await dashboard.OpenAsync(Screen.Of(screen), hasScripts);
        await EnterAsync(window, listener);

        await window.GoAsync("/spotify");
        Assert.Contains("(invented)", await window.TextAsync("section:has(#connection)"), StringComparison.Ordinal);
        Assert.Contains("Top lists: granted", await window.TextAsync("section:has(#features)"), StringComparison.Ordinal);
        Assert.StartsWith("Demo Spotify:", await window.TextAsync(".demo-spotify"), StringComparison.Ordinal);
        await window.KeepPictureAsync($"spotify-{screen}");
        Assert.True(await window.OverflowAsync() <= 0, "the page fits its screen");
        if (hasScripts) Assert.Empty(await Axe.ViolationsAsync(window.Page));

        await DisconnectAsync(window);
        Assert.Contains("Set a password in the settings first", await window.TextAsync(".message[role=alert]"), StringComparison.Ordinal);
        await SetPasswordAsync(window);
        await window.GoAsync("/spotify");
        await DisconnectAsync(window);
        Assert.Contains("is wiped everywhere", await window.TextAsync(".message[role=status]"), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator(".demo-spotify").CountAsync());
        Assert.DoesNotContain(window.Complaints, complaint => complaint.Contains("Content Security", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Who_lands_where_nothing_answers_pastes_the_address()
    {
        await using var window = await dashboard.OpenAsync();
        await EnterAsync(window, "chiyo");
        await window.GoAsync("/spotify");
        var landed = new TaskCompletionSource<string>();
        await window.Page.RouteAsync("**/spotify/callback?**", async route =>
        {
            landed.TrySetResult(route.Request.Url);
            await route.AbortAsync();
        });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Agree again now" }).ClickAsync();
        await AgreeAsync(window, "chiyo");
        var address = await landed.Task;

        await window.GoAsync("/spotify/callback");
        await PasteAsync(window, "http://127.0.0.1/nothing");
        Assert.Contains("copy all of it", await window.TextAsync(".field-error"), StringComparison.Ordinal);
        await PasteAsync(window, address);

        await window.Page.WaitForURLAsync("**/spotify");
        Assert.Equal("Spotify is connected.", await window.TextAsync(".message[role=status]"));
    }

    [BrowserFact]
    public async Task A_browser_that_did_not_begin_is_asked_first()
    {
        await using var window = await dashboard.OpenAsync();
        await EnterAsync(window, "dewi");
        await window.GoAsync("/spotify");
        var landed = new TaskCompletionSource<string>();
        await window.Page.RouteAsync("**/spotify/callback?**", async route =>
        {
            landed.TrySetResult(route.Request.Url);
            await route.AbortAsync();
        });
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Agree again now" }).ClickAsync();
        await AgreeAsync(window, "dewi");

        await using var other = await dashboard.OpenAsync(Screen.SmallPhone);
        await other.GoAsync(await landed.Task);
        Assert.Equal("Did you begin this?", await other.TextAsync("h1"));
        Assert.Empty(await Axe.ViolationsAsync(other.Page));
        Assert.True(await other.OverflowAsync() <= 0, "the page fits its screen");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, go on" }).ClickAsync();

        await other.Page.GetByText("Go back to the window in which you began").WaitForAsync();
        Assert.DoesNotContain(await other.CookiesAsync(), cookie => cookie.Name == "personalify_session");
    }

    [BrowserFact]
    public async Task Who_does_not_agree_is_told_and_begins_again()
    {
        await using var window = await dashboard.OpenAsync();
        await window.GoAsync("/sign-in");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the demo Spotify" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await window.Page.GetByText("You did not agree on Spotify's page").WaitForAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Begin again" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/sign-in");
    }

    private static async Task EnterAsync(BrowserWindow window, string listener)
    {
        await window.GoAsync("/sign-in");
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the demo Spotify" }).ClickAsync();
        await AgreeAsync(window, listener);
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "Imports" }).First.WaitForAsync();
    }

    private static async Task AgreeAsync(BrowserWindow window, string listener)
    {
        await window.Page.Locator($"input[name=listener][value={listener}]").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Agree", Exact = true }).ClickAsync();
    }

    private static async Task DisconnectAsync(BrowserWindow window)
    {
        if (await window.Page.Locator("details.confirm[open]:has(input[value=wipe])").CountAsync() == 0)
            await window.Page.GetByText("Disconnect…").ClickAsync();
        await window.Page.Locator("input[name=data][value=wipe]").CheckAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, disconnect" }).ClickAsync();
        await window.Page.Locator(".message[role=alert], .message[role=status]").First.WaitForAsync();
    }

    private static async Task SetPasswordAsync(BrowserWindow window)
    {
        await window.GoAsync("/settings");
        await window.Page.GetByLabel("New password").FillAsync(Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Set a password" }).ClickAsync();
        await window.Page.GetByText("Your password is changed.").WaitForAsync();
        Assert.Equal(1, await window.Page.GetByLabel("Current password").CountAsync());
    }

    private static async Task PasteAsync(BrowserWindow window, string address)
    {
        await window.Page.GetByLabel("The address at which you landed").FillAsync(address);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
    }

    /// <summary>The Api goes to a fake Spotify as <c>make run</c> has it go to the demo.</summary>
    public sealed class DashboardWithSpotify : Dashboard
    {
        private FakeSpotifyServer? _spotify;

        protected override IReadOnlyDictionary<string, string> ApiSettings => new Dictionary<string, string>
        {
            ["Spotify__ClientId"] = _spotify!.Options.ClientId,
            ["Spotify__AccountsUrl"] = _spotify.Url.ToString(),
            ["Spotify__ApiUrl"] = _spotify.ApiUrl.ToString(),
            ["Spotify__IsDemo"] = "true",
        };

        protected override async Task<Uri> StartApiAsync()
        {
            _spotify = Keep(await FakeSpotifyServer.StartAsync());
            return await base.StartApiAsync();
        }
    }
}
