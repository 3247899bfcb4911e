namespace Personalify.Web.Tests.Browser;

/// <summary>What holds for every page, on every screen.</summary>
internal static class PageChecks
{
    private static readonly string[] Screens = ["desktop-light", "desktop-dark", "phone-light", "phone-dark"];

    public static TheoryData<string, string> OnScreens(IEnumerable<string> pages)
    {
        var all = new TheoryData<string, string>();
        foreach (var page in pages) foreach (var screen in Screens) all.Add(page, screen);
        return all;
    }

    /// <summary>The page is accessible and no wider than its screen; a picture of it is kept under the name.</summary>
    public static async Task CheckAsync(this BrowserWindow window, string path, string name)
    {
        await window.GoAsync(path);
        await window.KeepPictureAsync(name);

        Assert.Empty(await Axe.ViolationsAsync(window.Page));
        Assert.InRange(await window.OverflowAsync(), int.MinValue, 0);
    }

    /// <summary>The same in Indonesian, whose words are longer, so that the smallest screen shows whether they have the place.</summary>
    public static async Task CheckIndonesianAsync(this BrowserWindow window, string path, string name)
    {
        await window.CheckAsync(path, $"{name}-indonesian");

        Assert.Equal("id", await window.Page.Locator("html").GetAttributeAsync("lang"));
    }
}
