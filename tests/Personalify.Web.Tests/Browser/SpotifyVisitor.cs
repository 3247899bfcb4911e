using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>What a person does with Spotify, step by step.</summary>
public static class SpotifyVisitor
{
    /// <summary>From the sign-in page over Spotify's page of consent and back.</summary>
    public static async Task EnterWithSpotifyAsync(this BrowserWindow window, string listener)
    {
        await window.GoAsync("/sign-in");
        await window.PressAsync("Sign in with the demo Spotify");
        await window.AgreeAsync(listener);
        await window.Page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/");
        await window.Page.Locator(".tabs a[href='/imports']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    public static async Task AgreeAsync(this BrowserWindow window, string listener)
    {
        await window.Page.Locator($"input[name=listener][value={listener}]").CheckAsync();
        await window.PressAsync("Agree");
    }

    public static Task PressAsync(this BrowserWindow window, string button) =>
        window.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync();

    /// <summary>Asks for a synchronization where the page offers it, and waits until the lists of the page are the new ones.</summary>
    public static async Task SynchronizeAsync(this BrowserWindow window)
    {
        await window.PressAsync("Synchronize now");
        await window.Page.WaitForURLAsync("**/tops/artists**");
        await window.Page.Locator("[data-moving='false']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await window.Page.Locator(".head form button").WaitForAsync();
    }

    /// <summary>Ends the connection and wipes, and waits for what the page says of it.</summary>
    public static async Task WipeAsync(this BrowserWindow window)
    {
        if (await window.Page.Locator("details.confirm[open]:has(input[value=wipe])").CountAsync() == 0)
            await window.Page.GetByText("Disconnect…").ClickAsync();
        await window.Page.Locator("input[name=data][value=wipe]").CheckAsync();
        await window.PressAsync("Yes, disconnect");
        await window.Page.Locator("main .message[role=status], .card [role=alert]").First.WaitForAsync();
    }

    public static async Task SetPasswordAsync(this BrowserWindow window)
    {
        await window.GoAsync("/settings");
        await window.Page.GetByLabel("New password").FillAsync(Visitor.Password);
        await window.PressAsync("Set a password");
        await window.Page.GetByText("Your password is changed.").WaitForAsync();
    }
}
