using System.Text.Json;
using Personalify.Api.Tests.Access;

namespace Personalify.Api.Tests.Imports;

/// <summary>
/// The figures of three real exports, counted independently: rows that differ in time, track, length or offline start are different plays.
/// </summary>
public sealed class RealExportTests
{
    private const string A = "listener-a-endsong-generation.zip";
    private const string B = "listener-b-extended.zip";
    private const string C = "listener-c-account-data.zip";

    [RealExportTheory]
    [InlineData(A, 26_630, 25_333, 4_249_688_223, 20_895, 3, 8_781)]
    [InlineData(B, 31_053, 30_280, 4_523_375_514, 19_304, 519, 7_017)]
    [InlineData(C, 54_429, 54_429, 5_776_460_709, -1, 0, -1)]
    public async Task Its_figures_come_out_of_GraphQL(string export, int rows, int plays, long msPlayed, int longPlays, int episodes, int tracks)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");

        var report = (await ada.RunAsync(RealExports.Read(export))).GetProperty("report");

        Assert.Equal((rows, plays, plays, msPlayed, episodes), (
            report.GetProperty("rows").GetInt32(), report.GetProperty("added").GetInt32(), report.GetProperty("plays").GetInt32(),
            report.GetProperty("msPlayed").GetInt64(), report.GetProperty("episodes").GetInt32()));
        var me = (await ada.QueryAsync(
            "{ me { coverage { plays } any: listening(play: ANY) { totals { plays msPlayed tracks } } long: listening(play: THIRTY_SECONDS) { totals { plays } } } }")).GetProperty("me");
        Assert.Equal(plays, me.GetProperty("coverage").GetProperty("plays").GetInt32());
        var any = me.GetProperty("any").GetProperty("totals");
        Assert.Equal((plays, msPlayed), (any.GetProperty("plays").GetInt32(), any.GetProperty("msPlayed").GetInt64()));
        if (tracks >= 0) Assert.Equal(tracks, any.GetProperty("tracks").GetInt32());
        if (longPlays >= 0) Assert.Equal(longPlays, me.GetProperty("long").GetProperty("totals").GetProperty("plays").GetInt32());
    }

    [RealExportTheory]
    [InlineData(A, "Weezer 48.0", "The Strokes 33.9", "My Chemical Romance 33.4")]
    [InlineData(B, "Queens of the Stone Age 126.6", "Foo Fighters 64.7", "Rihanna 50.9")]
    [InlineData(C, "Gemischtes Hack 114.7", "M Huncho 112.9", "Nines 104.5")]
    public async Task Its_top_artists_come_out_of_GraphQL(string export, params string[] artists)
    {
        await using var application = await PersonalifyApplication.StartAsync();
        using var ada = await application.ConnectAsAsync("ada");
        await ada.RunAsync(RealExports.Read(export));

        var top = (await ada.QueryAsync("{ me { listening(play: ANY) { topArtists(first: 3, orderBy: TIME) { nodes { msPlayed artist { name } } } } } }"))
            .GetProperty("me").GetProperty("listening").GetProperty("topArtists").GetProperty("nodes").EnumerateArray();

        Assert.Equal(artists, top.Select(entry => FormattableString.Invariant(
            $"{entry.GetProperty("artist").GetProperty("name").GetString()} {entry.GetProperty("msPlayed").GetInt64() / 3_600_000.0:F1}")));
    }

    [RealExportTheory]
    [InlineData(A, 26_630, 25_333, 4_249_688_223, "{\"REPEATED\":1279,\"NAMELESS\":15}", 3)]
    [InlineData(B, 31_053, 30_280, 4_523_375_514, "{\"REPEATED\":254}", 519)]
    [InlineData(C, 54_429, 54_429, 5_776_460_709, "{}", 0)]
    public async Task Its_figures_come_out_of_the_command_line_and_again_nothing_is_added(
        string export, int rows, int plays, long msPlayed, string dropped, int episodes)
    {
        await using var home = await ImportHome.CreateAsync();
        string[] import = ["import", Path.Combine(RealExports.Folder, export), "--user", "1", "--json"];

        var first = JsonDocument.Parse((await ApiProcess.RunAsync(home, import)).Output).RootElement;
        var second = JsonDocument.Parse((await ApiProcess.RunAsync(home, import)).Output).RootElement;

        Assert.Equal((rows, plays, 0, plays, msPlayed, dropped, episodes), Figures(first));
        Assert.Equal((rows, 0, plays, plays, msPlayed, dropped, episodes), Figures(second));
        Assert.Equal(0, await home.WrongMonthsAsync());
    }

    private static (int, int, int, int, long, string, int) Figures(JsonElement report) => (
        report.GetProperty("rows").GetInt32(), report.GetProperty("added").GetInt32(), report.GetProperty("alreadyThere").GetInt32(), report.GetProperty("plays").GetInt32(),
        report.GetProperty("msPlayed").GetInt64(), report.GetProperty("dropped").GetRawText(), report.GetProperty("episodes").GetInt32());
}
