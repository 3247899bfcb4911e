using Personalify.Web.Api;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class HistoryTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Year = """
        {"me":{"listening":{"totals":{"plays":9,"msPlayed":5400000,"tracks":3,"artists":2,"albums":2,"newArtists":1,"activeDays":2,"longestStreak":null},
        "byDay":[{"day":"2024-02-29","plays":9,"msPlayed":5400000}],"byWeekdayHour":[{"weekday":"THURSDAY","hour":20,"plays":9,"msPlayed":5400000}]}}}
        """;

    [Fact]
    public async Task A_year_shows_each_of_its_days_and_leads_to_their_plays()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("History", Year);

        var page = await pages.ReadAsync("/history/2024?play=any");

        Assert.Equal(366, page.QuerySelectorAll(".calendar svg.days rect").Length);
        var link = Assert.Single(page.QuerySelectorAll(".calendar svg a"));
        Assert.Equal("/history/plays?play=any&day=2024-02-29", link.GetAttribute("href"));
        Assert.Equal("-1", link.GetAttribute("tabindex"));
        Assert.Equal("""{"from":"2024-01-01","to":"2024-12-31"}""", pages.Api.VariablesOf("History").GetProperty("period").GetRawText());
    }

    [Theory]
    [InlineData("/history", "2025")]
    [InlineData("/history/2021?period=4w", "2021")]
    [InlineData("/history?period=2022-03", "2022")]
    [InlineData("/history?period=today", "2025")]
    public async Task The_year_of_the_address_is_shown_or_the_one_in_which_its_period_ends(string path, string expected)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("History", Year);

        Assert.Equal(expected, (await pages.ReadAsync(path)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_hour_of_the_week_leads_to_its_plays_and_says_how_many_they_are()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("History", Year).On("Plays", SampleAnswers.Plays());

        var page = await pages.ReadAsync("/history/2024?play=any");

        var cell = Assert.Single(page.QuerySelectorAll(".hours a"));
        Assert.Equal(("/history/plays?period=2024&play=any&weekday=thursday&hour=20", "-1", "Thursday, 20:00: 1 h 30 min, 9 plays"),
            (cell.GetAttribute("href"), cell.GetAttribute("tabindex"), cell.TextContent));
        var inTable = Assert.Single(page.QuerySelectorAll(".week td a"));
        Assert.Equal((cell.GetAttribute("href"), cell.TextContent), (inTable.GetAttribute("href"), inTable.GetAttribute("aria-label")));
        await pages.ReadAsync(cell.GetAttribute("href")!);
        Assert.Equal(
            """{"trackId":null,"artistId":null,"albumId":null,"hours":[20],"weekdays":["THURSDAY"]}""",
            pages.Api.VariablesOf("Plays").GetProperty("filter").GetRawText());
    }

    [Fact]
    public async Task The_busiest_hour_is_named()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("History", Year);

        Assert.Contains("most on Thursdays at 20:00", (await pages.ReadAsync("/history/2024")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_of_days_is_written_without_waste()
    {
        var days = Enumerable.Range(0, 366).Select(day => $$"""{"day":"{{new DateOnly(2024, 1, 1).AddDays(day):yyyy-MM-dd}}","plays":1234,"msPlayed":{{(day + 600) * 60_000}}}""");
        var hours = Enumerable.Range(0, 168).Select(hour => $$"""{"weekday":"{{Enum.GetName((Weekday)((hour / 24) + 1))!.ToUpperInvariant()}}","hour":{{hour % 24}},"plays":9,"msPlayed":{{(hour + 600) * 60_000}}}""");
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("History", Year
            .Replace("""{"day":"2024-02-29","plays":9,"msPlayed":5400000}""", string.Join(',', days), StringComparison.Ordinal)
            .Replace("""{"weekday":"THURSDAY","hour":20,"plays":9,"msPlayed":5400000}""", string.Join(',', hours), StringComparison.Ordinal));

        var page = await pages.ReadAsync("/history/2024");

        Assert.Equal((366, 366), (page.QuerySelectorAll(".calendar svg a title").Length, page.QuerySelectorAll(".calendar tbody a").Length));
        Assert.InRange(page.Source.Text.Length, 50_000, 180_000);
    }
}
