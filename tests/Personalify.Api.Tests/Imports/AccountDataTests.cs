using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

public sealed class AccountDataTests
{
    private const string Superseded = "SELECT count(*)::int FROM plays WHERE is_superseded";

    [StoreTheory]
    [InlineData("2024-03-01T10:00:59Z", 200_000, 1)]
    [InlineData("2024-03-01T10:02:00Z", 200_000, 0)]
    [InlineData("2024-03-01T10:00:59Z", 200_001, 0)]
    public async Task A_row_that_an_extended_row_describes_better_is_kept_and_not_counted(string endedAt, int ms, int superseded)
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z")));

        await home.ImportAsync(GivenFile.Extended(new GivenRow(endedAt, Ms: ms)));

        Assert.Equal(superseded, await home.ReadAsync<int>(Superseded));
        Assert.Equal(2, await home.ReadAsync<int>("SELECT count(*)::int FROM plays"));
        Assert.Equal(2 - superseded, await home.ReadAsync<int>("SELECT sum(plays)::int FROM play_months"));
    }

    [StoreFact]
    public async Task A_covered_row_is_reported_as_there_already()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:30Z")));

        var report = await home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:30Z"), new GivenRow("2024-03-01T11:00:00Z")));

        Assert.Equal((1, 1), (report.Added, report.AlreadyThere));
        ImportReportTests.AssertAddsUp(report);
    }

    [StoreFact]
    public async Task It_counts_again_when_the_extended_row_is_undone()
    {
        await using var home = await ImportHome.CreateAsync();
        await home.ImportAsync(GivenFile.Account(new GivenRow("2024-03-01T10:00:00Z")));
        await home.ImportAsync(GivenFile.Extended(new GivenRow("2024-03-01T10:00:30Z")));

        await home.UndoAsync(number: 2);

        Assert.Equal(0, await home.ReadAsync<int>(Superseded));
        Assert.Equal(1, await home.ReadAsync<int>("SELECT sum(plays)::int FROM play_months"));
    }

    [StoreFact]
    public async Task Podcasts_of_account_data_are_episodes()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Json(
            "StreamingHistory_podcast_0.json", new { endTime = "2024-03-01 10:00", podcastName = "Maps for Beginners", episodeName = "North", msPlayed = 9 }));

        Assert.Equal((1, 0), (report.Episodes, report.Plays));
    }

    [StoreFact]
    public async Task Audiobooks_of_account_data_are_chapters_of_their_book()
    {
        await using var home = await ImportHome.CreateAsync();

        var report = await home.ImportAsync(GivenFile.Json(
            "StreamingHistory_audiobook_0.json",
            new
            {
                endTime = "2024-03-01 10:00", audiobookName = "The Long Book", chapterName = "Harbour",
                authorName = "Ines Vale", msPlayed = 40_000,
            },
            new
            {
                endTime = "2024-03-01 10:01", audiobookName = "The Long Book", chapterName = "Open Sea",
                authorName = "Ines Vale", msPlayed = 3_000,
            }));

        Assert.Equal((2, 0, 0), (report.Chapters, report.Plays, report.Dropped.Count));
        Assert.Equal(
            "CHAPTER Harbour – The Long Book, CHAPTER Open Sea – The Long Book",
            await home.ReadAsync<string>(
                "SELECT string_agg(kind || ' ' || name || ' – ' || show_name, ', ' ORDER BY name) FROM other_items"));
    }
}
