using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Languages;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class LanguageTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData(null, null, "en", "Sign in")]
    [InlineData(null, "id-ID,id;q=0.9,en;q=0.8", "id", "Masuk")]
    [InlineData(null, "de-DE,de;q=0.9", "en", "Sign in")]
    [InlineData(null, "de,id;q=0.5", "id", "Masuk")]
    [InlineData("c=en|uic=en", "id", "en", "Sign in")]
    [InlineData("c=id|uic=id", "en", "id", "Masuk")]
    [InlineData("c=xx|uic=xx", "id", "id", "Masuk")]
    [InlineData("nonsense", "id", "id", "Masuk")]
    public async Task The_choice_comes_before_what_the_browser_asks_for_and_English_is_for_the_others(
        string? cookie, string? accepted, string language, string heading)
    {
        Answer();

        var page = await OpenAsync("/sign-in", accepted, cookie);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(heading, page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_choice_is_kept_in_the_browser_and_can_be_taken_back()
    {
        Answer();
        using var browser = pages.Browser();
        var settings = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/settings", UriKind.Relative)));
        Assert.Equal("true", settings.QuerySelector("button[name=language][value='']")!.GetAttribute("aria-pressed"));

        using var chosen = await ChooseAsync(browser, settings, "id");
        Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        var cookie = Assert.Single(chosen.Headers.GetValues("Set-Cookie"), value => value.StartsWith("personalify_language=", StringComparison.Ordinal));
        Assert.Contains("max-age=31536000", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax; httponly", cookie, StringComparison.Ordinal);

        using var back = await ChooseAsync(browser, settings, "");
        Assert.Contains(back.Headers.GetValues("Set-Cookie"), value => value.StartsWith("personalify_language=; expires=Thu, 01 Jan 1970", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?period=today")]
    [InlineData("/?period=forever")]
    [InlineData("/top/tracks")]
    [InlineData("/history/plays?day=2025-11-25")]
    [InlineData("/imports")]
    [InlineData("/imports/7")]
    [InlineData("/settings")]
    [InlineData("/search?q=x")]
    [InlineData("/sign-in")]
    [InlineData("/offline")]
    [InlineData("/nothing-here")]
    public async Task No_English_sentence_is_left_on_an_Indonesian_page(string path)
    {
        Answer();

        var page = await OpenAsync(path, "id");
        foreach (var names in page.QuerySelectorAll("bdi, script, select").ToList()) names.Remove();
        var read = page.Body!.TextContent + " " + string.Join(' ', page.All.SelectMany(element => element.Attributes)
            .Where(attribute => attribute.Name is "aria-label" or "placeholder" or "title").Select(attribute => attribute.Value));

        Assert.Equal("id", page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotContain(EnglishWords.Value, words => read.Contains(words, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Numbers_days_times_and_units_are_written_as_the_language_does()
    {
        Answer();

        var overview = (await OpenAsync("/?period=1y", "id")).Body!.TextContent;
        Assert.Contains("8.946", overview, StringComparison.Ordinal);
        Assert.Contains("25\u00a0Nov\u00a02025", overview, StringComparison.Ordinal);
        Assert.Contains("7\u202fj\u00a012\u202fmnt", overview, StringComparison.Ordinal);

        var plays = await OpenAsync("/history/plays?day=2025-11-25", "id");
        Assert.Equal("Selasa, 25 November 2025", plays.QuerySelector("h1")!.TextContent);
        Assert.Matches(@"^\d\d\.\d\d$", plays.QuerySelector(".plays time")!.TextContent);
    }

    [Fact]
    public async Task A_number_of_one_has_its_own_form_in_English_only()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview(plays: 1, albums: 1));

        Assert.Contains("on 1 album", (await OpenAsync("/", "en")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("dari 1 album", (await OpenAsync("/", "id")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_Api_says_is_shown_in_the_language_of_the_page()
    {
        Answer();
        pages.Api.On("Import", SampleAnswers.Import("FAILED", error: "“a b.zip” is empty. Send the zip as Spotify mailed it.", canUndo: false));
        Assert.Equal("“a b.zip” kosong. Kirim zip seperti yang dikirim Spotify.", (await OpenAsync("/imports/7", "id")).QuerySelector(".problem p")!.TextContent);

        pages.Api.On("Import", SampleAnswers.Import("COMPLETED", SampleAnswers.ReportOfTwoFiles("audio.json")));
        Assert.Contains("“audio.json”, baris 7: mengulang pemutaran dengan akhir, lagu, dan durasi yang sama",
            (await OpenAsync("/imports/7", "id")).QuerySelector(".dropped")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_refused_says_why_in_the_language_of_the_page()
    {
        Answer();
        pages.Api.On("SignIn", SampleAnswers.Refusal("signIn", "The name or the password is wrong."));
        using var browser = pages.Browser(isSignedIn: false);
        browser.DefaultRequestHeaders.Add("Accept-Language", "id");
        var form = (await WebPages.ReadAsync(await browser.GetAsync(new Uri("/sign-in", UriKind.Relative)))).QuerySelector("form")!;
        var answer = await WebPages.ReadAsync(await browser.PostAsync(new Uri("/sign-in", UriKind.Relative), new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["Name"] = "ines", ["Password"] = "wrong",
                ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
            })));
        Assert.Equal("Nama atau kata sandi salah.", answer.QuerySelector(".message.bad")!.TextContent.Trim());
    }

    // The words of a sentence up to its first gap, where they are enough to be told from a name.
    private static readonly Lazy<IReadOnlyList<string>> EnglishWords = new(() =>
        [.. ResourceFile.Folders("id").SelectMany(folder => ResourceFile.Read(folder, "id")).Where(text => text.Key != text.Value)
            .Select(text => text.Key.Split('{', '<')[0].Trim()).Where(words => words.Length > 8 && words.Contains(' ', StringComparison.Ordinal)).Distinct()]);

    private async Task<IHtmlDocument> OpenAsync(string path, string? accepted, string? cookie = null)
    {
        using var browser = pages.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (accepted is not null) request.Headers.Add("Accept-Language", accepted);
        if (cookie is not null) request.Headers.Add("Cookie", $"personalify_language={Uri.EscapeDataString(cookie)}");
        return await WebPages.ReadAsync(await browser.SendAsync(request));
    }

    private static Task<HttpResponseMessage> ChooseAsync(HttpClient browser, IHtmlDocument settings, string language)
    {
        var form = settings.QuerySelector<IHtmlFormElement>("form[action$='handler=Language']")!;
        return browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["language"] = language,
            ["__RequestVerificationToken"] = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        }));
    }

    private void Answer() => pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview())
        .On("Top", SampleAnswers.TopTracks("Slow Comet")).On("Plays", SampleAnswers.Plays())
        .On("Imports", SampleAnswers.Imports("tahun.zip", "The uploaded files are no longer on the server, so the import cannot run. Upload them again."))
        .On("Import", SampleAnswers.Import("COMPLETED", SampleAnswers.ReportOfTwoFiles("audio.json"), canUndo: true))
        .On("Server", """{"server":{"version":"1","needsFirstAccount":false,"hasDemo":true}}""")
        .On("Search", """{"search":{"artists":[],"albums":[],"tracks":[]}}""");
}
