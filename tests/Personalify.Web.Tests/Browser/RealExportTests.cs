using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Browser;

/// <summary>A real export with independently counted figures, where the machine has it; it is nobody's to give away.</summary>
public sealed class RealExportTests(Dashboard dashboard) : IClassFixture<Dashboard>
{
    [RealExportFact]
    public async Task A_real_export_comes_out_with_the_figures_that_others_counted()
    {
        await using var window = await dashboard.OpenAsync();
        await window.MakeFirstAccountAsync();
        await window.ChooseFilesAsync("my_spotify_data.zip", await File.ReadAllBytesAsync(RealExportFactAttribute.Path));

        await window.ImportAsync();
        Assert.Equal("30,280 plays added", await window.TextAsync("h1"));
        await window.KeepPictureAsync("real-export-report");

        await window.GoAsync("/?period=all&play=any");
        // 4,523,375,514 milliseconds.
        Assert.Equal("1,256 h", await window.TextAsync(".num >> nth=0"));
        Assert.Equal("30,280", await window.TextAsync(".num >> nth=1"));
        Assert.Equal("Queens of the Stone Age", await window.TextAsync(".rank >> nth=1 >> .name >> nth=0"));
        // Cut off and never rounded up, as hours and minutes would be.
        Assert.Equal("126 h", await window.TextAsync(".rank >> nth=1 >> .val >> nth=0"));

        await window.GoAsync("/?period=all");
        Assert.Equal("19,304", await window.TextAsync(".num >> nth=1"));
        await window.KeepPictureAsync("real-export-overview");
        Assert.Empty(window.Complaints);
    }

    private sealed class RealExportFactAttribute : FactAttribute
    {
        public RealExportFactAttribute() => Skip = Browsers.ReasonToSkip
            ?? (File.Exists(Path) ? null : "The export of listener b is not on this machine (../shared/data/exports).");

        public static string Path { get; } = RepositoryFiles.Path("..", "shared", "data", "exports", "listener-b-extended.zip");
    }
}
