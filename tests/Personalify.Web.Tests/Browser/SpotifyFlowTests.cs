using Microsoft.Playwright;
using Personalify.Testing;

namespace Personalify.Web.Tests.Browser;

/// <summary>A listener's whole way with Spotify, in a browser: from the sign-in page to the last trace that is wiped.</summary>
public sealed class SpotifyFlowTests(DashboardWithSpotify dashboard) : IClassFixture<DashboardWithSpotify>
{
    private const string Listener = "bram";

    [BrowserFact]
    public async Task A_listener_signs_in_synchronizes_compares_signs_in_again_and_leaves_without_a_trace()
    {
        await using var window = await dashboard.OpenAsync();
        await window.EnterWithSpotifyAsync(Listener);
        Assert.StartsWith("Welcome. Your account is made", await window.TextAsync("main .message[role=status]"), StringComparison.Ordinal);

        await SynchronizeForTheFirstTimeAsync(window);
        await LookAtTheLibraryAsync(window);
        await LookAtWhatMovedAsync(window);
        await CompareAsync(window);
        await LookAtWhatPlaysAsync(window);
        await SignInAgainAsync(window);
        await LeaveAsync(window);
        Assert.Empty(window.Refused);
        Assert.Empty(window.Complaints);
    }

    private static async Task SynchronizeForTheFirstTimeAsync(BrowserWindow window)
    {
        await window.GoAsync("/sync-history");
        Assert.Equal("Not synchronized yet", await window.TextAsync(".notice h2"));
        await window.KeepPictureAsync("flow-not-synchronized");
        await window.PressAsync("Synchronize now");

        await window.Page.Locator("[data-moving='true'] .progress").GetByText("fetched").WaitForAsync();
        await window.KeepPictureAsync("flow-progress");
        var first = await window.TextAsync(".progress");
        await Eventually.IsTrueAsync(
            async () => await window.Page.Locator("[data-moving='true'] .progress").CountAsync() == 0
                || await window.TextAsync(".progress") != first,
            "the progress moves by itself");
        await window.Page.Locator("[data-moving='false']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.Page.Locator("ol.rank li").First.WaitForAsync();
    }

    private static async Task LookAtTheLibraryAsync(BrowserWindow window)
    {
        await window.GoAsync("/library");
        Assert.True(await window.Page.Locator(".saved li").CountAsync() > 10);
        Assert.Contains("Saved tracks 120", await window.TextAsync(".toolbar"), StringComparison.Ordinal);
        await window.Page.Locator(".toolbar a[href='/library/playlists']").ClickAsync();
        await window.Page.Locator(".saved a.name").First.ClickAsync();
        await window.Page.WaitForURLAsync("**/library/playlists/*");
        await window.KeepPictureAsync("flow-playlist");
        await window.Page.Locator(".back a").ClickAsync();
        await window.Page.WaitForURLAsync("**/library/playlists");
    }

    /// <summary>A month at Spotify goes by, and its lists are others.</summary>
    private async Task LookAtWhatMovedAsync(BrowserWindow window)
    {
        await window.GoAsync("/tops/artists?range=weeks");
        var before = await window.Page.Locator("ol.rank .name").AllInnerTextsAsync();
        dashboard.SpotifyTime.Advance(TimeSpan.FromDays(30));
        await window.SynchronizeAsync();

        foreach (var range in new[] { "4 weeks", "6 months", "1 year" })
        {
            await window.Page.GetByRole(AriaRole.Link, new() { Name = range, Exact = true }).ClickAsync();
            await window.Page.Locator(".toolbar a[aria-current]").GetByText(range).WaitForAsync();
            Assert.True(await window.Page.Locator(".move.up, .move.down").CountAsync() > 0, $"something moved in {range}");
        }

        await window.GoAsync("/tops/artists?range=weeks");
        await window.KeepPictureAsync("flow-tops-moved");
        var slider = window.Page.Locator(".moments input[type=range]");
        await slider.FocusAsync();
        await slider.PressAsync("Home");
        await window.Page.WaitForURLAsync("**run=*");
        Assert.Equal(before, await window.Page.Locator("ol.rank .name").AllInnerTextsAsync());
        while (await window.Page.Locator(".moments a[rel=next]").CountAsync() > 0)
        {
            var address = window.Page.Url;
            await window.Page.Locator(".moments a[rel=next]").ClickAsync();
            await window.Page.WaitForURLAsync(next => next != address);
        }

        Assert.NotEqual(before, await window.Page.Locator("ol.rank .name").AllInnerTextsAsync());
    }

    private static async Task CompareAsync(BrowserWindow window)
    {
        await window.GoAsync("/sync-history");
        var names = await window.Page.Locator("select[name=from] option").AllInnerTextsAsync();
        Assert.Equal(names.Count, names.Distinct().Count());
        await window.KeepPictureAsync("flow-sync-history");
        await window.Page.Locator(".past a.name").First.ClickAsync();
        Assert.Contains("Saved tracks", await window.TextAsync("table.report"), StringComparison.Ordinal);
        await window.KeepPictureAsync("flow-run");
        await window.Page.Locator(".head a.button").ClickAsync();
        await window.Page.WaitForURLAsync("**/sync-history/compare?from=*");
        Assert.Equal("What changed", await window.TextAsync("h1"));
        Assert.Contains("Moved", await window.TextAsync("main"), StringComparison.Ordinal);
        await window.KeepPictureAsync("flow-comparison");
    }

    private async Task LookAtWhatPlaysAsync(BrowserWindow window)
    {
        dashboard.Spotify.Listener(Listener).IsPlaying = true;
        await window.GoAsync("/spotify");
        await window.Page.Locator(".rail .playing .now .name").WaitForAsync();
        Assert.Contains("Now playing", await window.TextAsync(".rail .playing"), StringComparison.Ordinal);
        Assert.Contains("Last synchronization", await window.TextAsync("section:has(#last-sync)"), StringComparison.Ordinal);
        await window.KeepPictureAsync("flow-spotify");
    }

    private async Task SignInAgainAsync(BrowserWindow window)
    {
        dashboard.Spotify.World.Grants.Revoke(Listener);
        await window.GoAsync("/tops/artists");
        await window.PressAsync("Synchronize now");
        var again = window.Page.Locator(".message.bad a[href='/spotify']").First;
        await Eventually.IsTrueAsync(
            async () =>
            {
                await window.GoAsync("/library");
                return await again.IsVisibleAsync();
            },
            "every page says that the connection has ended", TimeSpan.FromSeconds(60));
        Assert.True(await window.Page.Locator(".saved li").CountAsync() > 10, "nothing that was fetched is lost");

        await again.ClickAsync();
        await window.PressAsync("Sign in with Spotify again");
        await window.AgreeAsync(Listener);
        await window.Page.GetByText("Spotify is connected.").WaitForAsync();
        Assert.Equal(0, await window.Page.Locator(".message.bad").CountAsync());
    }

    private static async Task LeaveAsync(BrowserWindow window)
    {
        await window.SetPasswordAsync();
        await window.GoAsync("/spotify");
        await window.WipeAsync();
        Assert.Contains("is wiped everywhere", await window.TextAsync("main .message[role=status]"), StringComparison.Ordinal);
        Assert.Equal(0, await window.Page.Locator("#last-sync").CountAsync());

        foreach (var path in new[] { "/tops/artists", "/tops/tracks?range=year", "/library", "/library/artists", "/sync-history" })
        {
            await window.GoAsync(path);
            Assert.Equal("Not connected with Spotify", await window.TextAsync(".notice h2"));
        }

        Assert.Equal(0, await window.Page.Locator(".rail a[href='/library'], .playing, .demo-spotify").CountAsync());
        await window.GoAsync("/?period=all");
        await window.Page.GetByText("No listening history yet").WaitForAsync();
    }
}
