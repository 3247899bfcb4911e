using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>From the sign-in page over Spotify's page of consent and back, in a browser.</summary>
public sealed class SpotifyTests(DashboardWithSpotify dashboard) : IClassFixture<DashboardWithSpotify>
{
    [BrowserTheory]
    [InlineData("desktop-light", true, "ada")]
    [InlineData("phone-dark", false, "bram")]
    public async Task A_listener_signs_in_with_Spotify_looks_at_the_connection_and_wipes_it(string screen, bool hasScripts, string listener)
    {
        await using var window = await dashboard.OpenAsync(Screen.Of(screen), hasScripts);
        await window.EnterWithSpotifyAsync(listener);

        await window.GoAsync("/spotify");
        Assert.Contains("(invented)", await window.TextAsync("section:has(#connection)"), StringComparison.Ordinal);
        Assert.Contains("Top lists: granted", await window.TextAsync("section:has(#features)"), StringComparison.Ordinal);
        Assert.StartsWith("Demo Spotify:", await window.TextAsync(".demo-spotify"), StringComparison.Ordinal);
        await window.KeepPictureAsync($"spotify-{screen}");
        Assert.True(await window.OverflowAsync() <= 0, "the page fits its screen");
        if (hasScripts) Assert.Empty(await Axe.ViolationsAsync(window.Page));

        await window.WipeAsync();
        Assert.Contains("Set a password in the settings first", await window.TextAsync(".card [role=alert]"), StringComparison.Ordinal);
        await window.SetPasswordAsync();
        Assert.Equal(1, await window.Page.GetByLabel("Current password").CountAsync());
        await window.GoAsync("/spotify");
        await window.WipeAsync();
        Assert.Contains("is wiped everywhere", await window.TextAsync(".message[role=status]"), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator(".demo-spotify").CountAsync());
        Assert.DoesNotContain(window.Complaints, complaint => complaint.Contains("Content Security", StringComparison.Ordinal));
    }

    [BrowserFact]
    public async Task Who_lands_where_nothing_answers_pastes_the_address()
    {
        await using var window = await dashboard.OpenAsync();
        await window.EnterWithSpotifyAsync("chiyo");
        await window.GoAsync("/spotify");
        var landed = await AgreeElsewhereAsync(window, "chiyo");

        await window.GoAsync("/spotify/callback");
        await PasteAsync(window, "http://127.0.0.1/nothing");
        Assert.Contains("copy all of it", await window.TextAsync(".field-error"), StringComparison.Ordinal);
        await PasteAsync(window, landed);

        await window.Page.WaitForURLAsync("**/spotify");
        Assert.Equal("Spotify is connected.", await window.TextAsync(".message[role=status]"));
    }

    [BrowserFact]
    public async Task A_browser_that_did_not_begin_is_asked_first()
    {
        await using var window = await dashboard.OpenAsync();
        await window.EnterWithSpotifyAsync("dewi");
        await window.GoAsync("/spotify");
        var landed = await AgreeElsewhereAsync(window, "dewi");

        await using var other = await dashboard.OpenAsync(Screen.SmallPhone);
        await other.GoAsync(landed);
        Assert.Equal("Did you begin this?", await other.TextAsync("h1"));
        Assert.Contains("with the account “", await other.TextAsync(".notice"), StringComparison.Ordinal);
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

    /// <summary>Agrees on Spotify's page, and says on which address the browser would land; this browser stays where it is.</summary>
    private async Task<string> AgreeElsewhereAsync(BrowserWindow window, string listener)
    {
        await window.PressAsync("Agree again now");
        await window.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/authorize");
        return (await dashboard.Spotify.ApproveAsync(new Uri(window.Page.Url), listener)).ToString();
    }

    private static async Task PasteAsync(BrowserWindow window, string address)
    {
        await window.Page.GetByLabel("The address at which you landed").FillAsync(address);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
    }
}
