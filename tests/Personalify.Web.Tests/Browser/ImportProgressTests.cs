using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>An import that stands still until the test moves it on, because a real one may be over before anybody looks.</summary>
public sealed class ImportProgressTests(ImportProgressTests.PlayedDashboard dashboard) : IClassFixture<ImportProgressTests.PlayedDashboard>
{
    [BrowserFact]
    public async Task A_running_import_moves_on_before_the_eyes_and_ends_in_its_report()
    {
        dashboard.Played.On("Viewer", SampleAnswers.Viewer()).On("Import", Running("READING", 18_000, 42));
        await using var window = await dashboard.OpenAsync();

        await window.GoAsync("/imports/7");
        Assert.Equal("Reading the files 42 %", (await window.TextAsync(".progress p >> nth=0")).ReplaceLineEndings(" "));

        dashboard.Played.On("Import", Running("WRITING", 31_053, 90));
        await window.Page.GetByText("Writing the plays").WaitForAsync();
        Assert.Equal("31,053 rows read", await window.TextAsync(".progress .sub"));

        dashboard.Played.On("Import", SampleAnswers.Import("COMPLETED", SampleAnswers.Report(30_242), canUndo: true));
        await window.Page.GetByText("File by file").WaitForAsync();
        Assert.Equal("30,242 plays added", await window.TextAsync("h1"));
        Assert.Equal("30,242 plays added", await window.Page.Locator("[role=status]").TextContentAsync());
        Assert.Empty(window.Complaints);
    }

    private static string Running(string phase, int rows, int percent) =>
        SampleAnswers.Import("RUNNING", progress: new { phase, bytesRead = rows * 100L, bytesTotal = 4_000_000L, rowsRead = rows, percent });

    public sealed class PlayedDashboard : Dashboard
    {
        private FakeApi? _played;

        public FakeApi Played => _played ?? throw new InvalidOperationException("The dashboard is not started.");

        protected override async Task<Uri> StartApiAsync()
        {
            _played = Keep(await FakeApi.StartAsync()).On("Viewer", SampleAnswers.Nobody()).On("Server", SampleAnswers.Nobody());
            return new Uri(_played.Url);
        }
    }
}
