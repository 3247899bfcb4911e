using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class PlacesTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task An_artists_head_says_what_its_figures_mean()
    {
        Answer("artist", rank: 1, rankOfAll: 3, share: 0.0412);

        var page = await pages.ReadAsync("/artists/a1");

        Assert.Equal("Velvet Harbor", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(
            "Your number 1 of the artists from 27 Nov 2024 – 26 Nov 2025, and your number 3 of all time. 4.1 % of the time you listened.",
            page.QuerySelector(".says")!.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' '));
        Assert.Contains("with you since 9 Feb 2019", page.QuerySelector(".kind")!.TextContent.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["Listened", "Plays", "Rank", "Longest streak"], page.QuerySelectorAll(".figure h2").Select(title => title.TextContent));
        Assert.Contains("from 4", page.QuerySelectorAll(".figure")[2].TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["First heard: Slow Tide", "1,000th play: Slow Tide", "Last heard: Slow Tide"],
            page.QuerySelectorAll(".miles span").Select(Words));
        Assert.Equal("/tracks/t1", page.QuerySelector(".rank .name")!.GetAttribute("href"));
        Assert.Equal(
            "/history/plays?from=2024-11-27&to=2025-11-26&artist=a1&weekday=friday&hour=7",
            page.QuerySelector(".hours a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_track_leads_to_its_artist_its_album_and_to_Spotify_where_its_id_is_known()
    {
        Answer("track", rank: 9, rankOfAll: 12, share: 0.2, period: "all");

        var page = await pages.ReadAsync("/tracks/t1?period=all&play=any");

        Assert.Equal(
            ["/artists/a1?period=all&play=any", "/albums/l1?period=all&play=any"],
            page.QuerySelectorAll(".place .by a").Select(link => link.GetAttribute("href")));
        Assert.Equal("https://open.spotify.com/track/4uLU6hMCjMI75M1A2tKUQC", page.QuerySelector(".acts a")!.GetAttribute("href"));
        Assert.DoesNotContain("of all time", page.QuerySelector(".says")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector(".rank"));
    }

    [Fact]
    public async Task The_page_is_one_question_to_the_Api_beside_the_viewers()
    {
        Answer("album", rank: 2, rankOfAll: 2, share: 0.1);
        var before = pages.Api.Requests;

        await pages.ReadAsync("/albums/l1?by=plays");

        Assert.Equal(before + 2, pages.Api.Requests);
        var asked = pages.Api.VariablesOf("Place");
        Assert.Equal((true, "PLAYS"), (asked.GetProperty("ofAlbum").GetBoolean(), asked.GetProperty("orderBy").GetString()));
        Assert.Equal("l1", asked.GetProperty("plays").GetProperty("albumId").GetString());
    }

    [Fact]
    public async Task Where_nothing_counts_in_the_period_the_place_is_still_there()
    {
        Answer("artist", rank: null, rankOfAll: 3, share: 0, plays: 0);

        var page = await pages.ReadAsync("/artists/a1?from=2024-01-01&to=2024-01-07");

        Assert.Contains("Not heard in this period", page.QuerySelector(".notice h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Of all time it is your number 3", page.QuerySelector(".says")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector(".plays li"));
    }

    [Theory]
    [InlineData("/artists/unknown")]
    [InlineData("/tracks/%20")]
    [InlineData("/genres/a1")]
    public async Task An_id_that_the_listener_does_not_have_is_not_found(string path)
    {
        pages.Api.On("Place", """{"artist":null,"album":null,"track":null,"me":{"plays":{"nodes":[]}}}""");
        using var browser = pages.Browser();

        using var answer = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private void Answer(string kind, int? rank, int? rankOfAll, double share, int plays = 612, string period = "1y")
    {
        var artist = new { id = "a1", name = "Velvet Harbor" };
        var track = new { id = "t1", name = "Slow Tide", imageUrl = (string?)null, artist };
        var play = new { endedAt = "2019-02-09T10:00:00Z", track = new { id = "t1", name = "Slow Tide" } };
        var series = new { byDay = Array.Empty<object>(), byMonth = new[] { new { month = "2025-11-01", plays, msPlayed = plays * 200_000L } } };
        var item = new
        {
            id = kind switch { "artist" => "a1", "album" => "l1", _ => "t1" },
            name = kind == "artist" ? "Velvet Harbor" : "Slow Tide", imageUrl = (string?)null,
            spotifyId = kind == "track" ? "4uLU6hMCjMI75M1A2tKUQC" : null,
            artist = kind == "artist" ? null : artist,
            album = kind == "track" ? new { id = "l1", name = "First Light" } : null,
            all = new { rank = rankOfAll },
            now = new
            {
                totals = new
                {
                    plays, msPlayed = plays * 200_000L, tracks = 40, activeDays = 90,
                    longestStreak = new { days = 19, from = "2025-02-02", to = "2025-02-20" },
                },
                rank, share, series.byDay, series.byMonth,
                byWeekdayHour = new[] { new { weekday = "FRIDAY", hour = 7, plays = 3, msPlayed = 600_000 } },
            },
            tops = new
            {
                topTracks = new { nodes = new[] { new { rank = 1, track, plays = 142, msPlayed = 28_400_000L } } },
                topAlbums = new { nodes = Array.Empty<object>() },
            },
            before = period == "all" ? null : new { totals = new { plays = 494, msPlayed = 98_800_000L }, rank = 4, series.byDay, series.byMonth },
        };
        var me = new
        {
            ever = new
            {
                totals = new { plays = 1906 }, firstPlay = play, lastPlay = play, milestones = new[] { new { number = 1000, play } },
            },
            plays = new
            {
                nodes = new[]
                {
                    new { track, endedAt = "2025-07-01T23:30:00Z", msPlayed = 187_000, source = "EXTENDED", platform = "IOS" },
                },
            },
        };
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Place", JsonSerializer.Serialize(new Dictionary<string, object> { [kind] = item, ["me"] = me }));
    }
}
