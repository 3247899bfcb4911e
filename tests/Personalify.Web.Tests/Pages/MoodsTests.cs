using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>The page of moods in each of its states, what a track's page says of its title, and corrections.</summary>
public sealed class MoodsTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Months =
        """
        {"month":"2025-01-01","plays":40,"msPlayed":8000000,"moods":[{"mood":"JOY","plays":10,"msPlayed":2000000},{"mood":"FEAR","plays":0,"msPlayed":0}],
          "cannotTell":{"plays":30,"msPlayed":6000000},"notRead":{"plays":0,"msPlayed":0}},
        {"month":"2025-03-01","plays":20,"msPlayed":4000000,"moods":[{"mood":"SADNESS","plays":1,"msPlayed":400000}],
          "cannotTell":{"plays":19,"msPlayed":3600000},"notRead":{"plays":0,"msPlayed":0}}
        """;

    private const string Typical =
        """
        "anger":[],"disgust":[],"fear":[],"surprise":[],"neutral":[],
        "joy":[{"probability":0.97,"isCorrected":false,"plays":8,"msPlayed":1600000,
          "track":{"id":"t1","name":"<b>Love</b>","artist":{"id":"a1","name":"Velvet Harbor"},"mood":{"words":[{"word":"Love"},{"word":"Me"}]}}}],
        "sadness":[{"probability":null,"isCorrected":true,"plays":1,"msPlayed":400000,
          "track":{"id":"t2","name":"Slow Tide","artist":{"id":"a1","name":"Velvet Harbor"},"mood":{"words":[]}}}]
        """;

    internal const string Shown =
        $$$"""
        {"me":{"moods":{"groups":[{"plays":60,"msPlayed":12000000,
            "moods":[{"mood":"ANGER","plays":0,"msPlayed":0},{"mood":"JOY","plays":10,"msPlayed":2000000},{"mood":"SADNESS","plays":1,"msPlayed":400000}],
            "cannotTell":{"plays":46,"msPlayed":9000000},"notRead":{"plays":3,"msPlayed":600000} } ],
            {{{Typical}}} },
          "hours":{"groups":[{"hour":7,"plays":60,"msPlayed":12000000,"moods":[{"mood":"JOY","plays":10,"msPlayed":2000000},{"mood":"SADNESS","plays":1,"msPlayed":400000}],
            "cannotTell":{"plays":46,"msPlayed":9000000},"notRead":{"plays":3,"msPlayed":600000} } ] },
          "months":{"groups":[ {{{Months}}} ]},
          "moodCoverage":{"tracks":200,"read":190,"told":21,"corrected":1,"waiting":0}},
        "moodModel":{"provider":"local","name":"titles","version":"abc123","isRemote":false,"threshold":0.5,"languages":["en"],
          "card":{"trainedOn":"GoEmotions","macroF1":0.617,"calibrationError":0.012,"titleValenceAuc":0.58,"bestTitleValenceAuc":0.62} } }
        """;

    private const string Nothing =
        """
        {"me":{"moods":{"groups":[],"anger":[],"disgust":[],"fear":[],"joy":[],"sadness":[],"surprise":[],"neutral":[]},"hours":{"groups":[]},"months":{"groups":[]},
          "moodCoverage":{"tracks":200,"read":0,"told":0,"corrected":0,"waiting":200}},
        "moodModel":{"provider":"huggingface","name":"j-hartmann","version":"1","isRemote":true,"threshold":0.5,"languages":[],"card":null}}
        """;

    [Fact]
    public async Task What_cannot_be_told_is_said_before_what_is()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/moods");

        Assert.Equal("Moods: Twelve months · Personalify", page.Title);
        Assert.Equal(
            "20 % of the time you listened to titles whose words tell a mood. For 75 % the words cannot tell: that is usual, about four of five titles say "
            + "too little. 5 % is of titles that were not read yet.", Words(page.QuerySelector(".says")!));
        Assert.Equal(["Joy 17 % 33 min", "Sadness 3.3 % 6 min"], page.QuerySelectorAll(".mood-shares li").Select(Words));
        Assert.Equal(["100", "20"], page.QuerySelectorAll(".mood-shares rect").Select(bar => bar.GetAttribute("width")));
    }

    [Fact]
    public async Task Plays_weigh_instead_of_time_where_one_asks_for_it()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/moods?by=plays");

        Assert.StartsWith("18 % of your plays were of titles", Words(page.QuerySelector(".says")!), StringComparison.Ordinal);
        Assert.Equal(["Joy 17 % 10 plays", "Sadness 1.7 % 1 play"], page.QuerySelectorAll(".mood-shares li").Select(Words));
    }

    [Fact]
    public async Task The_ring_and_the_timeline_say_in_words_and_tables_what_they_draw()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/moods");

        Assert.Equal(24, page.QuerySelectorAll(".ring title").Length);
        Assert.Equal("7:00: Joy 17 %, Sadness 3.3 %", Words(page.QuerySelectorAll(".ring title")[7]));
        Assert.Equal("8:00: –", Words(page.QuerySelectorAll(".ring title")[8]));
        Assert.Equal(["Jan 2025: Joy 25 %", "Feb 2025: –", "Mar 2025: Sadness 10 %"],
            page.QuerySelectorAll(".timeline title").Select(Words));
        Assert.Equal(["Jan 2025", "Mar 2025"], page.QuerySelectorAll("section[aria-labelledby=by-month] tbody th").Select(Words));
        Assert.Equal(["0 %", "0 %", "0 %", "17 %", "3.3 %", "0 %"],
            page.QuerySelectorAll("section[aria-labelledby=by-hour] tbody td").Select(Words));
    }

    [Fact]
    public async Task Typical_titles_say_why_and_can_be_corrected()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/moods");

        Assert.Equal(["Joy", "Sadness"], page.QuerySelectorAll(".moods h3").Select(Words));
        var (joy, sadness) = (page.QuerySelectorAll(".typical li")[0], page.QuerySelectorAll(".typical li")[1]);
        Assert.Equal("<b>Love</b>", joy.QuerySelector("a.name")!.TextContent);
        Assert.Equal(("“Love”, “Me”", "97 %8 plays"), (Words(joy.QuerySelectorAll("small")[1]), Words(joy.QuerySelector(".val")!)));
        Assert.Equal(("you said so", "1 play"), (Words(sadness.QuerySelectorAll("small")[1]), Words(sadness.QuerySelector(".val")!)));
        Assert.Equal("Joy", ((IHtmlSelectElement)joy.QuerySelector("select")!).Value);
        Assert.Null(joy.QuerySelector("button[formaction]"));
        Assert.Equal("/moods?handler=Forget", sadness.QuerySelector("button[formaction]")!.GetAttribute("formaction"));
    }

    [Fact]
    public async Task What_was_read_and_what_to_think_of_it_is_said()
    {
        Answer(Shown);

        var page = await pages.ReadAsync("/moods");

        var coverage = Words(page.QuerySelector("section[aria-labelledby=coverage]")!);
        Assert.Contains("Of your 200 tracks, 190 were read and 21 tell a mood; 1 you have corrected.", coverage, StringComparison.Ordinal);
        Assert.Contains("the model “titles”, version abc123, on this server", coverage, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("progress"));
        Assert.Contains("Do not judge a person", Words(page.QuerySelector("section[aria-labelledby=model]")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_titles_are_read_the_page_says_how_far_it_has_come()
    {
        Answer(Shown.Replace("\"waiting\":0", "\"waiting\":50", StringComparison.Ordinal)
            .Replace("\"isRemote\":false", "\"isRemote\":true", StringComparison.Ordinal));

        var page = await pages.ReadAsync("/moods");

        Assert.Equal("75", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("you see what the model before has said", Words(page.QuerySelector(".progress")!), StringComparison.Ordinal);
        Assert.Contains("over the network", Words(page.QuerySelector("section[aria-labelledby=coverage]")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_title_was_read_yet_no_model_before_is_spoken_of()
    {
        Answer(Shown.Replace("\"read\":190,\"told\":21,\"corrected\":1,\"waiting\":0",
            "\"read\":0,\"told\":0,\"corrected\":0,\"waiting\":200", StringComparison.Ordinal));

        var page = await pages.ReadAsync("/moods");

        Assert.Equal("0", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.EndsWith("200 titles are still to be read.", Words(page.QuerySelector(".progress")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_period_without_plays_leads_to_everything()
    {
        Answer(Nothing);

        var page = await pages.ReadAsync("/moods?from=2024-01-01&to=2024-01-02");

        Assert.Equal("Nothing was played in this period", page.QuerySelector(".notice h2")!.TextContent);
        Assert.Equal("/moods?period=all", page.QuerySelector(".notice a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Where_no_title_tells_a_mood_there_is_nothing_to_draw()
    {
        Answer(Shown.Replace("\"mood\":\"JOY\"", "\"mood\":\"NEUTRAL\"", StringComparison.Ordinal)
            .Replace("\"mood\":\"SADNESS\"", "\"mood\":\"NEUTRAL\"", StringComparison.Ordinal));

        var page = await pages.ReadAsync("/moods");

        Assert.Null(page.QuerySelector(".ring"));
        Assert.StartsWith("No title of this period tells a mood.", page.QuerySelector(".nothing")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_account_corrects_nothing()
    {
        Answer(Shown, SampleAnswers.Viewer().Replace("\"isDemo\":false,\"hasPassword\"", "\"isDemo\":true,\"hasPassword\"",
            StringComparison.Ordinal));

        Assert.Null((await pages.ReadAsync("/moods")).QuerySelector("form[action*=Correct]"));
    }

    [Theory]
    [InlineData("Joy", "", "Correct", "CorrectMood", "“Slow Tide” counts as Joy from now on.", "/moods?handler=Forget")]
    [InlineData("Neutral", "Joy", "Correct", "CorrectMood", "“Slow Tide” counts as no mood from now on.", "/moods?handler=Correct")]
    [InlineData("", "Joy", "Forget", "ForgetCorrection", "For “Slow Tide” the model’s word holds again.", "/moods?handler=Correct")]
    public async Task A_correction_says_what_it_did_and_leads_back_with_the_way_to_undo_it(
        string mood, string before, string handler, string operation, string sentence, string undo)
    {
        Answer(Shown).On(operation, $$$"""{ "{{{char.ToLowerInvariant(operation[0]) + operation[1..]}}}":{"track":{"name":"Slow Tide"},"errors":null}}""");
        using var browser = pages.Browser();

        var response = await SendAsync(browser, handler, ("track", "t1"), ("mood", mood), ("before", before),
            ("back", "/moods?by=plays#typical"));

        Assert.Equal("/moods?by=plays#typical", response.Headers.Location!.ToString());
        var notice = (await WebPages.ReadAsync(await browser.GetAsync(response.Headers.Location))).QuerySelector(".mood-notice")!;
        Assert.Equal(("status", sentence), (notice.GetAttribute("role"), notice.QuerySelector("bdi")!.TextContent));
        Assert.Equal(undo, notice.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(before, notice.QuerySelector("input[name=mood]")!.GetAttribute("value"));
        Assert.Null((await WebPages.ReadAsync(await browser.GetAsync(response.Headers.Location))).QuerySelector(".mood-notice"));
    }

    [Fact]
    public async Task What_was_undone_is_not_undone_again()
    {
        Answer(Shown).On("ForgetCorrection", """{"forgetCorrection":{"track":{"name":"Slow Tide"},"errors":null}}""");
        using var browser = pages.Browser();

        var response = await SendAsync(browser, "Forget", ("track", "t1"), ("isUndo", "true"), ("back", "/moods#typical"));

        var notice = (await WebPages.ReadAsync(await browser.GetAsync(response.Headers.Location))).QuerySelector(".mood-notice")!;
        Assert.Null(notice.QuerySelector("form"));
    }

    [Fact]
    public async Task A_track_that_is_gone_is_said_where_the_form_stood()
    {
        Answer(Shown).On("CorrectMood", """{"correctMood":{"track":null,"errors":[{"message":"You have no such track. The import that brought it may have been undone; look it up by its name."}]}}""");
        using var browser = pages.Browser();

        var response = await SendAsync(browser, "Correct", ("track", "t9"), ("mood", "Joy"), ("back", "https://elsewhere.example/"));

        Assert.Equal("/moods", response.Headers.Location!.ToString());
        var notice = (await WebPages.ReadAsync(await browser.GetAsync(response.Headers.Location))).QuerySelector(".mood-notice")!;
        Assert.Equal("alert", notice.GetAttribute("role"));
        Assert.StartsWith("You have no such track.", notice.QuerySelector("bdi")!.TextContent, StringComparison.Ordinal);
        Assert.Null(notice.QuerySelector("form"));
    }

    [Theory]
    [InlineData("Boredom")]
    [InlineData("")]
    public async Task A_mood_that_there_is_not_is_refused(string mood)
    {
        Answer(Shown);
        using var browser = pages.Browser();

        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(browser, "Correct", ("track", "t1"), ("mood", mood))).StatusCode);
    }

    [Theory]
    [InlineData("hours", "hour,plays,ms_played,anger_plays", "7,60,12000000,0")]
    [InlineData("months", "month,plays,ms_played,anger_plays", "2025-01-01,40,8000000,0")]
    public async Task Ring_and_timeline_are_files_too(string list, string head, string first)
    {
        Answer(Shown);
        using var browser = pages.Browser();

        var lines = (await browser.GetStringAsync(new Uri($"/moods?handler=csv&list={list}", UriKind.Relative))).TrimStart('\ufeff').Split(
            "\r\n");

        Assert.StartsWith(head, lines[0], StringComparison.Ordinal);
        Assert.StartsWith(first, lines[1], StringComparison.Ordinal);
    }

    private static string Words(IElement element) =>
        string.Join(' ', element.TextContent.Replace('\u202f', ' ').Replace('\u00a0', ' ').Split([' ', '\n'],
            StringSplitOptions.RemoveEmptyEntries));

    /// <summary>As the forms of the page do it.</summary>
    private static async Task<HttpResponseMessage> SendAsync(HttpClient browser, string handler,
        params (string Name, string Value)[] fields)
    {
        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/moods", UriKind.Relative)));
        var token = ((IHtmlInputElement)page.QuerySelector("form[action*=Correct] input[name=__RequestVerificationToken]")!).Value;
        using var content = new FormUrlEncodedContent(
            [.. fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2))]);
        return await browser.PostAsync(new Uri($"/moods?handler={handler}", UriKind.Relative), content);
    }

    private FakeApi Answer(string moods, string? viewer = null) =>
        pages.Api.On("Viewer", viewer ?? SampleAnswers.Viewer()).On("Moods", moods);
}
