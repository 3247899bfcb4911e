using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>How the administrator lets somebody else in.</summary>
public sealed class AccountsTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [BrowserTheory]
    [InlineData("desktop-light", "mia")]
    [InlineData("phone-dark", "noa")]
    public async Task An_administrator_adds_an_account_by_keyboard_and_its_owner_signs_in(string screen, string name)
    {
        await using var administrator = await dashboard.OpenAsync(Screen.Of(screen));
        await EnterAsync(administrator);
        Assert.StartsWith("8 to 128 characters.", await administrator.TextAsync("#field-account-password-note"), StringComparison.Ordinal);
        await AddAsync(administrator, name, "short");
        Assert.Equal("The password has 5 characters. Choose one with 8 to 128.", await administrator.TextAsync(".field-error"));
        Assert.Empty(await Axe.ViolationsAsync(administrator.Page));
        await administrator.KeepPictureAsync($"account-refused-{screen}");

        await AddAsync(administrator, name, "long enough");
        Assert.StartsWith($"“{name}” has an account now.", await administrator.TextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Contains(name, await administrator.Page.Locator(".past .name").AllInnerTextsAsync());
        await AddAsync(administrator, name.ToUpperInvariant(), "long enough");
        Assert.Contains("is taken", await administrator.TextAsync(".field-error"), StringComparison.Ordinal);

        await using var owner = await dashboard.OpenAsync(Screen.Of(screen));
        await owner.SignInAsync(name, "long enough");
        await owner.GoAsync("/settings");
        Assert.Equal(0, await owner.Page.Locator("#accounts").CountAsync());
        Assert.Empty(owner.Complaints);
    }

    /// <summary>The first test makes the first account, the others find it.</summary>
    private static async Task EnterAsync(BrowserWindow window)
    {
        await window.GoAsync("/sign-in");
        if (await window.TextAsync("h1") == "Welcome") await window.MakeFirstAccountAsync();
        else await window.SignInAsync();
        await window.GoAsync("/settings");
    }

    private static async Task AddAsync(BrowserWindow window, string name, string password)
    {
        var form = window.Page.Locator("form[action*='handler=Account']");
        await form.EvaluateAsync("form => form.dataset.sent = ''");
        await form.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.PressAsync("Tab");
        await window.Page.Keyboard.TypeAsync(password);
        await window.Page.Keyboard.PressAsync("Enter");
        await window.Page.Locator("form[action*='handler=Account']:not([data-sent])").WaitForAsync();
    }
}
