using Personalify.Api.Imports;
using Personalify.Domain.Imports;
using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class ImportReportTests
{
    private static readonly object[] Mixed =
    [
        new GivenRow("2024-03-01T10:00:00Z").Extended(),
        new GivenRow("2024-03-01T10:00:00Z").Extended(),
        new GivenRow("2024-03-01T10:00:00Z", "Harbour").Extended(),
        new GivenRow("2024-03-01T10:00:00Z", Ms: 5).Extended(),
        GivenRow.Episode("2024-03-01T11:00:00Z", "One"),
        GivenRow.Chapter("2024-03-01T12:00:00Z", "First"),
        new { ts = "2024-03-01T13:00:00Z", ms_played = 7 },
        new { ts = "2024-03-01T13:00:00Z" },
        new { ms_played = 7 },
        new { ts = "yesterday", ms_played = 7 },
        new { ts = "1999-01-01T00:00:00Z", ms_played = 7 },
        new { ts = "2024-03-01T13:00:00Z", ms_played = -1 },
        "a text",
    ];

    [StoreFact]
    public async Task Every_row_is_counted_once()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Json("endsong_0.json", Mixed), GivenFile.Extended(new GivenRow("2024-03-01T10:00:00Z")));

        Assert.Equal((14, 3, 0, 1, 1, 3), (report.Rows, report.Added, report.AlreadyThere, report.Episodes, report.Chapters, report.Plays));
        Assert.Equal(400_005, report.MsPlayed);
        Assert.Equal(
            [(DropReason.Repeated, 2), (DropReason.NoTime, 1), (DropReason.NoLength, 1), (DropReason.WrongType, 2), (DropReason.Nameless, 1), (DropReason.OutOfRange, 2)],
            report.Dropped.Select(dropped => (dropped.Reason, dropped.Count)));
        AssertAddsUp(report);
    }

    [StoreFact]
    public async Task A_dropped_row_is_shown_with_its_place_and_what_is_wrong()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Json("endsong_0.json", Mixed));

        Assert.Equal(
            [
                "“endsong_0.json”, row 2: repeats a row with the same track, time and length, so it was taken for the same play",
                "“endsong_0.json”, row 9: has no time (ts or endTime)",
                "“endsong_0.json”, row 8: has no length (ms_played or msPlayed)",
                "“endsong_0.json”, row 10: has the time “yesterday”, which is none",
                "“endsong_0.json”, row 7: names no track, episode or chapter; its time is kept apart",
                "“endsong_0.json”, row 11: ended at 1999-01-01 00:00, before Spotify existed or in the future",
            ],
            report.Dropped.Select(dropped => dropped.Example));
    }

    [StoreFact]
    public async Task A_play_in_two_files_counts_in_the_first()
    {
        await using var home = await ImportHome.CreateAsync();
        var (first, second) = (new GivenRow("2024-03-01T10:00:00Z"), new GivenRow("2024-03-02T10:00:00Z"));

        var report = await home.ImportAsync(GivenFile.Extended(first), GivenFile.Extended(first, second));

        Assert.Equal([(1, 1), (2, 1)], report.Files.Select(file => (file.Rows, file.Added)));
        Assert.Equal(new DateTimeOffset(2024, 3, 1, 10, 0, 0, default), report.FirstPlay);
        Assert.Equal(new DateTimeOffset(2024, 3, 2, 10, 0, 0, default), report.LastPlay);
        AssertAddsUp(report);
    }

    [StoreFact]
    public async Task The_same_export_again_adds_nothing()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Json("endsong_0.json", Mixed));
        var before = await home.DumpAsync();

        var again = await home.ImportAsync(GivenFile.Json("endsong_0.json", Mixed));

        Assert.Equal((0, 3, 3), (again.Added, again.AlreadyThere, again.Plays));
        Assert.Equal(before, await home.DumpAsync());
        AssertAddsUp(again);
    }

    internal static void AssertAddsUp(ImportReport report)
    {
        Assert.Equal(report.Rows, report.Added + report.AlreadyThere + report.Episodes + report.Chapters + report.Dropped.Sum(dropped => dropped.Count));
        Assert.Equal(report.Plays, report.Added + report.AlreadyThere);
        Assert.All(report.Files, file =>
            Assert.Equal(file.Rows, file.Added + file.AlreadyThere + file.Episodes + file.Chapters + file.Dropped.Sum(dropped => dropped.Count)));
        Assert.Equal(report.Rows, report.Files.Sum(file => file.Rows));
    }
}
