using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>What a person does on the pages, step by step.</summary>
public static class Visitor
{
    public const string Name = "ines";
    public const string Password = "correct horse battery";

    public static async Task MakeFirstAccountAsync(this BrowserWindow window)
    {
        await window.GoAsync("/");
        await window.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(Name);
        await window.Page.GetByLabel("Password").FillAsync(Password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Make the account" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/");
    }

    public static async Task SignInAsync(this BrowserWindow window, string name = Name, string password = Password)
    {
        await window.GoAsync("/sign-in");
        await window.Page.GetByLabel("Name", new() { Exact = true }).FillAsync(name);
        await window.Page.GetByLabel("Password").FillAsync(password);
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await window.Page.WaitForURLAsync("**/");
    }

    public static async Task ChooseFilesAsync(this BrowserWindow window, string name, byte[] zip)
    {
        await window.GoAsync("/imports");
        await window.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "application/zip", Buffer = zip });
    }

    /// <summary>Sends the chosen files and waits until the import's page shows its report.</summary>
    public static async Task ImportAsync(this BrowserWindow window)
    {
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Import", Exact = true }).ClickAsync();
        await window.Page.WaitForURLAsync("**/imports/*");
        await window.Page.GetByText("File by file").WaitForAsync();
    }

    /// <summary>Enters the demo, and waits until it has its history.</summary>
    public static async Task EnterDemoAsync(this BrowserWindow window)
    {
        await window.GoAsync("/sign-in");
        var demo = window.Page.GetByRole(AriaRole.Button, new() { Name = "Look around with demo data" });
        await Testing.Eventually.IsTrueAsync(() => AppearsAsync(window, demo), "the demo can be entered", TimeSpan.FromMinutes(2));
        await demo.ClickAsync();
        await window.Page.WaitForURLAsync("**/");
        var figures = window.Page.Locator(".figures");
        await Testing.Eventually.IsTrueAsync(() => AppearsAsync(window, figures), "the demo has its history", TimeSpan.FromMinutes(2));
    }

    /// <summary>The way of who has no mouse: one stop after the other until the link has the focus, which has to be seen.</summary>
    public static async Task TabToAsync(this BrowserWindow window, string selector)
    {
        const int most = 400;
        for (var stop = 0; stop < most; stop++)
        {
            await window.Page.Keyboard.PressAsync("Tab");
            if (!await window.Page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector)) continue;
            Assert.NotEqual("none", await window.Page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
            await window.Page.Keyboard.PressAsync("Enter");
            return;
        }

        Assert.Fail($"{most} times Tab did not lead to {selector} on {window.Page.Url}.");
    }

    private static async Task<bool> AppearsAsync(BrowserWindow window, ILocator locator)
    {
        if (await locator.IsVisibleAsync()) return true;
        await window.Page.ReloadAsync();
        return await locator.IsVisibleAsync();
    }
}
