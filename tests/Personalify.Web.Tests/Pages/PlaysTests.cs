using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class PlaysTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task A_day_shows_its_plays_on_the_clock_of_the_listener()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Plays", SampleAnswers.Plays());

        var page = await pages.ReadAsync("/history/plays?from=2025-07-02&to=2025-07-02");

        Assert.Equal("Wednesday, 2 July 2025", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("00:30", page.QuerySelector(".plays time")!.TextContent);
        Assert.Equal("3:07", page.QuerySelector(".plays .val")!.TextContent.Trim());
        Assert.Equal("OLDEST_FIRST", pages.Api.VariablesOf("Plays").GetProperty("order").GetString());
    }

    [Fact]
    public async Task Its_neighbours_are_one_step_away()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Plays", SampleAnswers.Plays());

        var page = await pages.ReadAsync("/history/plays?day=2025-07-02&play=any");

        Assert.Equal("/history/plays?play=any&day=2025-07-03", page.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/history/plays?play=any&day=2025-07-01", page.QuerySelector("a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task More_plays_are_behind_the_last_cursor()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Plays", SampleAnswers.Plays(endCursor: "c/+=50"));

        var page = await pages.ReadAsync("/history/plays?period=all");
        var next = page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!;
        await pages.ReadAsync(next);

        Assert.Equal("c/+=50", pages.Api.VariablesOf("Plays").GetProperty("after").GetString());
    }

    [Fact]
    public async Task An_hour_of_the_week_is_said_in_words_kept_by_every_link_and_can_be_left()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Plays", SampleAnswers.Plays(endCursor: "c1"));

        var page = await pages.ReadAsync("/history/plays?period=2025&play=any&weekday=monday&hour=9");

        Assert.Equal("Only Mondays, 9:00 – 9:59 · all hours of the week", page.QuerySelector(".part")!.TextContent);
        Assert.Equal("/history/plays?period=2025&play=any&order=newest", page.QuerySelector(".part a")!.GetAttribute("href"));
        Assert.Contains("2 plays", page.QuerySelector(".head .sub")!.TextContent, StringComparison.Ordinal);
        Assert.All(
            page.QuerySelectorAll(".definition a, .picker a, .pager a"),
            link => Assert.Contains("weekday=monday&hour=9", link.GetAttribute("href"), StringComparison.Ordinal));
        var filter = pages.Api.VariablesOf("Plays").GetProperty("filter");
        Assert.Equal(("""["MONDAY"]""", "[9]"), (filter.GetProperty("weekdays").GetRawText(), filter.GetProperty("hours").GetRawText()));
    }

    [Theory]
    [InlineData("weekday=sunday", "Only Sundays ·")]
    [InlineData("hour=0", "Only 0:00 – 0:59 ·")]
    public async Task A_weekday_or_an_hour_alone_is_a_part_of_the_week_too(string query, string words)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Plays", SampleAnswers.Plays());

        var part = (await pages.ReadAsync($"/history/plays?{query}")).QuerySelector(".part")!;

        Assert.StartsWith(words, part.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_switch_of_the_definition_keeps_whose_plays_they_are()
    {
        var track = """{"id":"t&1","name":"Paper Lanterns","imageUrl":null,"artist":{"id":"a1","name":"Velvet Harbor"}}""";
        var answer = SampleAnswers.Plays().Replace("{\"me\"", $"{{\"track\":{track},\"me\"", StringComparison.Ordinal);
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Plays", answer);

        var page = await pages.ReadAsync("/history/plays?track=t%261");

        Assert.Equal("Paper Lanterns", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            ["/tracks/t%261", "/artists/a1"], page.QuerySelectorAll("h1 a, .by a").Select(link => link.GetAttribute("href")));
        Assert.Contains("/history/plays?play=any&track=t%261", page.QuerySelectorAll(".definition a").Select(link => link.GetAttribute("href")));
        Assert.Equal("t&1", pages.Api.VariablesOf("Plays").GetProperty("filter").GetProperty("trackId").GetString());
    }
}
