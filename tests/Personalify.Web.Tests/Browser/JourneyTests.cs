using Microsoft.Playwright;

namespace Personalify.Web.Tests.Browser;

/// <summary>The main way through the dashboard, from an empty server to a day of listening and back.</summary>
public abstract class JourneyTests(Dashboard dashboard)
{
    [BrowserFact]
    public async Task A_person_makes_an_account_imports_an_export_and_sees_their_listening()
    {
        await using var window = await dashboard.OpenAsync();
        await window.MakeFirstAccountAsync();
        Assert.Contains("No listening history yet", await window.TextAsync("main"), StringComparison.Ordinal);

        await LookFirstAsync(window);
        await ImportForGoodAsync(window);
        await SeeTotalsAsync(window);
        await ChangeTheDefinitionAsync(window);
        await SeeTopAsync(window);
        await DrillIntoADayAsync(window);
        await UndoAsync(window);

        Assert.Empty(window.Complaints);
    }

    private static async Task LookFirstAsync(BrowserWindow window)
    {
        await window.ChooseFilesAsync("my_spotify_data.zip", SampleExport.Zip());
        await window.Page.GetByLabel("Look first").CheckAsync();
        await window.ImportAsync();

        Assert.Equal($"{SampleExport.Plays} plays found", await window.TextAsync("h1"));
        await window.GoAsync("/");
        Assert.Contains("No listening history yet", await window.TextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task ImportForGoodAsync(BrowserWindow window)
    {
        await window.GoAsync("/imports");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "my_spotify_data.zip" }).ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Import them" }).ClickAsync();
        await window.Page.GetByText("See your listening").WaitForAsync();

        Assert.Equal($"{SampleExport.Plays} plays added", await window.TextAsync("h1"));
        Assert.Contains($"{SampleExport.Repeats} rows: the same play again in these files", await window.TextAsync(".reasons"), StringComparison.Ordinal);
        Assert.Contains("1 episode kept apart", await window.TextAsync(".figures"), StringComparison.Ordinal);
        await window.KeepPictureAsync("import-report");
        await window.Page.GetByText("See your listening").ClickAsync();
        await window.Page.WaitForURLAsync("**/?period=all");
    }

    private static async Task SeeTotalsAsync(BrowserWindow window)
    {
        Assert.Equal(["30 h", $"{SampleExport.CountedPlays}", "4", "30 days"], await FiguresAsync(window));
        Assert.Equal("1 Jun – 30 Jun 2025", (await window.TextAsync(".head .sub")).Split('·')[0].Trim());
        Assert.Equal("Velvet Harbor", await window.TextAsync(".rank >> nth=1 >> .name >> nth=0"));
    }

    private static async Task ChangeTheDefinitionAsync(BrowserWindow window)
    {
        await window.Page.Locator(".definition summary").ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "plays of any length" }).ClickAsync();
        await window.Page.WaitForURLAsync("**play=any**");

        Assert.Equal($"{SampleExport.Plays}", (await FiguresAsync(window))[1]);
    }

    private static async Task SeeTopAsync(BrowserWindow window)
    {
        await window.Page.GetByRole(AriaRole.Navigation, new() { Name = "Main", Exact = true }).GetByText("Top").ClickAsync();
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "By plays" }).ClickAsync();
        await window.Page.WaitForURLAsync("**by=plays**");

        Assert.Equal("31 plays", await window.TextAsync(".rank .val >> nth=0"));
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "By time" }).ClickAsync();
        await window.Page.WaitForURLAsync(url => !url.Contains("by=plays", StringComparison.Ordinal));
        Assert.Equal("2 h 30 min", await window.TextAsync(".rank .val >> nth=0"));
    }

    private static async Task DrillIntoADayAsync(BrowserWindow window)
    {
        await window.GoAsync("/history");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "9 Jun 2025" }).First.ClickAsync();
        await window.Page.WaitForURLAsync("**day=2025-06-09**");

        Assert.Equal("Monday, 9 June 2025", await window.TextAsync("h1"));
        Assert.Equal(SampleExport.PlaysADay, await window.Page.Locator(".plays li").CountAsync());
        // 18:05 UTC is five past seven on a Lisbon summer evening.
        Assert.Equal("19:05", await window.TextAsync(".plays time >> nth=0"));
        Assert.Equal("5:00", await window.TextAsync(".plays .val >> nth=0"));
        await window.KeepPictureAsync("day");
    }

    private static async Task UndoAsync(BrowserWindow window)
    {
        await window.GoAsync("/imports");
        await window.Page.GetByRole(AriaRole.Link, new() { Name = "my_spotify_data.zip" }).ClickAsync();
        await window.Page.GetByText("Undo…").ClickAsync();
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Yes, take them back" }).ClickAsync();
        await window.Page.GetByText("The import was undone").First.WaitForAsync();
        await window.GoAsync("/");

        Assert.Contains("No listening history yet", await window.TextAsync("main"), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<string>> FiguresAsync(BrowserWindow window) =>
        [.. (await window.Page.Locator(".num").AllInnerTextsAsync()).Select(text => text.Replace('\u202f', ' '))];
}

/// <summary>As the Api comes.</summary>
public sealed class OpenApiJourneyTests(Dashboard dashboard) : JourneyTests(dashboard), IClassFixture<Dashboard>;

/// <summary>With an Api that runs trusted documents only: the dashboard needs no other, and sends none whole.</summary>
public sealed class LockedApiJourneyTests(LockedDashboard dashboard) : JourneyTests(dashboard), IClassFixture<LockedDashboard>;

/// <summary>A dashboard whose Api is locked down as its operator can lock it.</summary>
public sealed class LockedDashboard : Dashboard
{
    protected override IReadOnlyDictionary<string, string> ApiSettings { get; } = new Dictionary<string, string>
    {
        ["GraphQL__PersistedOperations__OnlyAllowPersistedDocuments"] = "true",
        ["GraphQL__EnableIntrospection"] = "false",
        ["GraphQL__EnableBananaCakePop"] = "false",
    };
}
