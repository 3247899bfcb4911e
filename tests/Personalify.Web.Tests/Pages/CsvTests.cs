using System.Net;
using System.Text;
using System.Text.Json;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Tables as files: all pages of a list, by the period, filter and order of the page.</summary>
public sealed class CsvTests(WebPages pages) : IClassFixture<WebPages>
{
    private const char Mark = '\ufeff';

    private const string Year =
        """
        {"me":{"listening":{
          "totals":{"plays":9,"msPlayed":5400000,"tracks":3,"artists":2,"albums":2,"newArtists":1,"activeDays":2,"longestStreak":null},
          "byDay":[{"day":"2024-02-29","plays":9,"msPlayed":5400000}],
          "byWeekdayHour":[{"weekday":"THURSDAY","hour":20,"plays":9,"msPlayed":5400000}]}}}
        """;

    [Fact]
    public async Task A_ranking_comes_whole_with_the_pages_period_definition_and_order()
    {
        AnswerTopTracks(pageCount: 3, total: 5);

        using var response = await OpenAsync("/top/tracks?period=2024&play=any&by=plays&page=2&handler=csv");
        var text = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());

        Assert.Equal(
            ("text/csv; charset=utf-8", "attachment", "personalify-top-tracks.csv"),
            (response.Content.Headers.ContentType?.ToString(), response.Content.Headers.ContentDisposition?.DispositionType,
                response.Content.Headers.ContentDisposition?.FileName));
        Assert.True(response.Headers.CacheControl?.NoStore);
        Assert.Equal(
            $"{Mark}rank,track,artist,plays,ms_played,new\r\n1,Song 1,Velvet Harbor,9,1000,no\r\n2,Song 2,Velvet Harbor,9,1000,no\r\n"
                + "3,Song 3,Velvet Harbor,9,1000,no\r\n",
            text);
        var asked = pages.Api.VariablesOf("TopList");
        Assert.Equal(
            ("""{"from":"2024-01-01","to":"2024-12-31"}""", "ANY", "PLAYS", "c2", false),
            (asked.GetProperty("period").GetRawText(), asked.GetProperty("play").GetString(), asked.GetProperty("by").GetString(),
                asked.GetProperty("after").GetString(), asked.GetProperty("isFirst").GetBoolean()));
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a, \"b\"", "\"a, \"\"b\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("=HYPERLINK(0)", "\"'=HYPERLINK(0)\"")]
    [InlineData("+1", "\"'+1\"")]
    [InlineData("-1", "\"'-1\"")]
    [InlineData("@SUM(A1)", "\"'@SUM(A1)\"")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("فيروز", "فيروز")]
    public async Task A_name_is_quoted_where_it_must_be_and_never_a_formula(string name, string expected)
    {
        AnswerTopTracks(pageCount: 1, total: 1, name);

        var text = await ReadAsync("/top/tracks?handler=csv");

        Assert.Equal($"1,{expected},Velvet Harbor,9,1000,no\r\n", text[(text.IndexOf("\r\n", StringComparison.Ordinal) + 2)..]);
    }

    [Fact]
    public async Task Plays_have_the_time_of_the_listener_with_its_offset_and_come_in_the_order_of_the_page()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("PlayList", PlayList(total: 1));

        var text = await ReadAsync("/history/plays?artist=a1&weekday=monday&hour=9&order=longest&handler=csv");

        Assert.Equal(
            $"{Mark}ended_at,track,artist,album,ms_played,source,platform,shuffle,skipped,offline\r\n"
                + "2025-07-02T00:30:00.25+01:00,Song,Velvet Harbor,,187000,extended,ios,yes,,no\r\n",
            text);
        var asked = pages.Api.VariablesOf("PlayList");
        Assert.Equal(
            ("LONGEST_FIRST", """{"trackId":null,"artistId":"a1","albumId":null,"hours":[9],"weekdays":["MONDAY"]}"""),
            (asked.GetProperty("order").GetString(), asked.GetProperty("filter").GetRawText()));
    }

    [Fact]
    public async Task A_list_that_is_too_long_says_the_limit_and_the_way_out()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("PlayList", PlayList(total: 100_001));

        using var response = await OpenAsync("/history/plays?period=all&handler=csv");
        var notice = (await WebPages.ReadAsync(response)).QuerySelector(".notice")!;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("has 100,001 rows, and a CSV holds up to 100,000", notice.TextContent, StringComparison.Ordinal);
        Assert.Equal("/history/plays?period=all", notice.QuerySelector("a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task What_goes_wrong_before_the_first_row_is_told_and_later_the_file_is_cut_off_and_not_taken_for_whole()
    {
        AnswerTopTracks(pageCount: 1, total: 1);
        pages.Api.On("TopList", """{"errors":[{"message":"The statistics are being rebuilt."}]}""");
        using var refused = await OpenAsync("/top/tracks?handler=csv");

        AnswerTopTracks(pageCount: 2, total: 150, failingPage: 2);

        Assert.Equal(HttpStatusCode.BadGateway, refused.StatusCode);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => ReadAsync("/top/tracks?handler=csv"));
    }

    [Theory]
    [InlineData("/history/2024?handler=csv&list=days", "day,plays,ms_played\r\n2024-02-29,9,5400000\r\n")]
    [InlineData("/history/2024?handler=csv&list=hours", "weekday,hour,plays,ms_played\r\nthursday,20,9,5400000\r\n")]
    [InlineData("/?handler=csv&list=days", "day,plays,ms_played\r\n2025-11-25,12,25920000\r\n")]
    [InlineData("/?handler=csv&list=hours", "weekday,hour,plays,ms_played\r\nmonday,8,3,600000\r\n")]
    [InlineData("/imports/7?handler=csv&sort=rows", "file,kind,rows,added,already_there,episodes,chapters,dropped\r\n"
        + "StreamingHistory_audiobook_0.json,account-history,100,50,0,0,12,38\r\nHistory.json,extended-history,31000,29950,500,534,0,16\r\n")]
    public async Task The_tables_of_a_page_are_files_too(string path, string expected)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview())
            .On("Import", SampleAnswers.Import("COMPLETED", SampleAnswers.ReportOfTwoFiles("History.json")))
            .On("History", Year);

        Assert.Equal(Mark + expected, await ReadAsync(path));
    }

    [Fact]
    public async Task All_imports_are_one_file()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Imports", SampleAnswers.Imports("my.zip", "Not a zip."));

        var lines = (await ReadAsync("/imports?handler=csv")).Split("\r\n");

        Assert.Equal(
            ["2025-07-02T00:30:00+01:00,my.zip,3400000,failed,no,,,,,Not a zip.",
                "2025-07-02T00:30:00+01:00,my_spotify_data.zip,3400000,undone,no,30500,30000,,,"],
            lines[2..4]);
    }

    [Theory]
    [InlineData("/top/tracks?period=2024&by=plays", "/top/tracks?period=2024&by=plays&handler=csv")]
    [InlineData("/history/plays?day=2025-07-02&play=any&after=c1", "/history/plays?day=2025-07-02&play=any&handler=csv")]
    [InlineData("/history/2024?play=any", "/history/2024?play=any&handler=csv&list=days")]
    public async Task The_link_at_the_table_is_the_pages_own_address(string path, string expected)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Top", SampleAnswers.TopTracks("Song")).On("Plays", SampleAnswers.Plays())
            .On("History", Year);

        Assert.Equal(expected, (await pages.ReadAsync(path)).QuerySelector(".csv a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/top/podcasts?handler=csv", HttpStatusCode.NotFound)]
    [InlineData("/history/1999?handler=csv", HttpStatusCode.NotFound)]
    [InlineData("/?handler=csv&list=everything", HttpStatusCode.BadRequest)]
    public async Task A_file_of_nothing_is_not_there(string path, HttpStatusCode expected)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        using var response = await OpenAsync(path);

        Assert.Equal(expected, response.StatusCode);
    }

    private async Task<HttpResponseMessage> OpenAsync(string path)
    {
        using var browser = pages.Browser();
        return await browser.GetAsync(new Uri(path, UriKind.Relative));
    }

    private async Task<string> ReadAsync(string path)
    {
        using var response = await OpenAsync(path);
        return Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
    }

    /// <summary>A page has one entry; the cursor of page n is <c>cn</c>.</summary>
    private void AnswerTopTracks(int pageCount, int total, string? name = null, int? failingPage = null) =>
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("TopList", variables =>
        {
            var page = variables.GetProperty("after").GetString() is { } after ? int.Parse(after[1..], null) + 1 : 1;
            if (page == failingPage) return """{"errors":[{"message":"The statistics are being rebuilt."}]}""";
            var track = new { name = name ?? $"Song {page}", artist = new { name = "Velvet Harbor" } };
            return JsonSerializer.Serialize(new
            {
                me = new
                {
                    listening = new
                    {
                        topTracks = new
                        {
                            totalCount = variables.GetProperty("isFirst").GetBoolean() ? (int?)total : null,
                            nodes = new[] { new { rank = page, track, plays = 9, msPlayed = 1000L, isNew = false } },
                            pageInfo = PageInfo(page < pageCount, $"c{page}"),
                        },
                    },
                },
            });
        });

    private static string PlayList(int total) => JsonSerializer.Serialize(new
    {
        me = new
        {
            plays = new
            {
                totalCount = total,
                nodes = new[]
                {
                    new
                    {
                        track = new { name = "Song", artist = new { name = "Velvet Harbor" }, album = (object?)null },
                        endedAt = "2025-07-01T23:30:00.250Z", msPlayed = 187_000, source = "EXTENDED", platform = "IOS",
                        shuffle = true, skipped = (bool?)null, offline = false,
                    },
                },
                pageInfo = PageInfo(false, null),
            },
        },
    });

    private static object PageInfo(bool hasNextPage, string? endCursor) =>
        new { hasNextPage, hasPreviousPage = false, startCursor = (string?)null, endCursor };
}
