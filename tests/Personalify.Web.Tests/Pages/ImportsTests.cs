using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class ImportsTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string NoImports = """{"me":{"imports":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}}}""";
    private const string Cancelled = """{"cancelImport":{"cancelledId":"7","errors":null}}""";
    private const string Started = """{"startImport":{"import":{"id":"7"},"errors":null}}""";

    [Fact]
    public async Task The_demo_account_has_no_form_and_says_why()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer().Replace("\"isDemo\":false", "\"isDemo\":true", StringComparison.Ordinal))
            .On("Imports", NoImports);

        var page = await pages.ReadAsync("/imports");

        Assert.Null(page.QuerySelector("form[data-upload]"));
        Assert.Contains("This is the demo account. Everybody who looks around shares it, so nothing can be imported",
            page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_handed_on_and_the_import_is_started()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Imports", NoImports).On("StartImport", Started);

        var response = await UploadAsync("text/html", ("my data.zip", 1_000_000), ("Streaming_História_0.json", 12));

        Assert.Equal("/imports/7", response.Headers.Location?.ToString());
        Assert.Equal(["my data.zip 1000000", "Streaming_História_0.json 12 7"], pages.Api.Uploads.TakeLast(2));
        Assert.True(pages.Api.VariablesOf("StartImport").GetProperty("input").GetProperty("preview").GetBoolean());
    }

    [Fact]
    public async Task The_script_of_the_page_is_told_where_to_go()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Imports", NoImports).On("StartImport", Started);

        var response = await UploadAsync("application/json", ("my data.zip", 10));

        Assert.Equal("""{"location":"/imports/7","message":null}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task When_one_file_is_refused_none_is_kept_and_the_reason_is_told()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Imports", NoImports)
            .On("CancelImport", """{"cancelImport":{"cancelledId":"7","errors":null}}""");

        var response = await UploadAsync("application/json", ("good.zip", 10), ("refused.zip", 2_000_000), ("never read.zip", 10));

        Assert.Equal("""{"location":null,"message":"\u201Crefused.zip\u201D is too large."}""", await response.Content.ReadAsStringAsync());
        Assert.Equal("7", pages.Api.VariablesOf("CancelImport").GetProperty("input").GetProperty("importId").GetString());
        Assert.DoesNotContain(pages.Api.Uploads, upload => upload.StartsWith("never", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_scripts_the_reason_is_on_the_page_that_one_is_led_back_to()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Imports", NoImports);

        var response = await UploadAsync("text/html", ("refused.zip", 10));

        Assert.Equal("/imports", response.Headers.Location?.ToString());
        Assert.Contains(response.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("TempData", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_file_is_explained()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Imports", NoImports);

        var response = await UploadAsync("application/json");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("No file was chosen", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_of_another_site_is_refused_before_a_file_is_read()
    {
        using var browser = pages.Browser();
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[10]), "files", "a.zip" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/upload") { Content = form };
        request.Headers.Accept.ParseAdd("application/json");

        var response = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("open for too long", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_import_shows_how_far_it_is_and_looks_again_without_scripts()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer())
            .On("Import", SampleAnswers.Import("RUNNING", progress: new { phase = "READING", bytesRead = 5, bytesTotal = 10, rowsRead = 18_000, percent = 50 }));

        var page = await pages.ReadAsync("/imports/7");

        Assert.Equal("50", page.QuerySelector("progress")!.GetAttribute("value"));
        Assert.Contains("18,000 rows read", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", page.QuerySelector("noscript")!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_import_says_why_and_what_to_send_instead()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Import", SampleAnswers.Import("FAILED", error: "This is a password-protected zip."));

        var page = await pages.ReadAsync("/imports/7");

        Assert.Contains("This is a password-protected zip.", page.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/imports", page.QuerySelector(".problem a.button")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("QUEUED")]
    [InlineData("RUNNING")]
    public async Task An_import_that_goes_on_can_be_cancelled_by_an_ordinary_form(string status)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Import", SampleAnswers.Import(status)).On("CancelImport", Cancelled);

        var (page, response) = await PressAsync("Cancel");

        Assert.Equal(["Cancel"], page.QuerySelectorAll(".actions button").Select(button => button.TextContent));
        Assert.Equal("/imports", response.Headers.Location?.ToString());
        Assert.Equal("7", pages.Api.VariablesOf("CancelImport").GetProperty("input").GetProperty("importId").GetString());
    }

    [Fact]
    public async Task A_cancelling_that_comes_too_late_says_why()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Import", SampleAnswers.Import("RUNNING"))
            .On("CancelImport",
                """{"cancelImport":{"cancelledId":null,"errors":[{"message":"The import 7 cannot be cancelled: it is done."}]}}""");

        var (_, response) = await PressAsync("Cancel");

        Assert.Equal("/imports/7", response.Headers.Location?.ToString());
        Assert.Contains(
            response.Headers.GetValues("Set-Cookie"), cookie => cookie.Contains("TempData", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("COMPLETED", "Added")]
    [InlineData("UNDONE", "Undone")]
    public async Task The_report_adds_up_file_by_file_and_says_what_became_of_the_plays(string status, string added)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer())
            .On("Import", SampleAnswers.Import(status, SampleAnswers.ReportOfTwoFiles("audio_0.json")));

        var page = await pages.ReadAsync("/imports/7");

        var heads = page.QuerySelectorAll(".report thead th").Skip(1).Select(head => head.TextContent);
        Assert.Equal(["Rows", added, "Already there", "Episodes", "Chapters", "Dropped"], heads);
        Assert.Equal(added, page.QuerySelector(".figure h2")!.TextContent);
        var rows = page.QuerySelectorAll(".report tbody tr, .report tfoot tr")
            .Select(row => row.QuerySelectorAll("td").Select(Count).ToList()).ToList();
        Assert.Equal([31_000, 100, 31_100], rows.Select(row => row[0]));
        Assert.All(rows, row => Assert.Equal(row[0], row.Skip(1).Sum()));
        Assert.Equal(rows[2], rows[0].Zip(rows[1], (first, second) => first + second));
        Assert.Equal(
            status == "COMPLETED", page.Body!.TextContent.Contains("Of these files, 41 plays took the place", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_list_says_why_an_import_failed_and_what_was_undone()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer())
            .On("Imports", SampleAnswers.Imports("export.zip", "This is a password-protected zip."));

        var entries = (await pages.ReadAsync("/imports")).QuerySelectorAll(".past li");

        Assert.Equal(
            ["This is a password-protected zip."],
            entries.SelectMany(entry => entry.QuerySelectorAll(".why")).Select(why => why.TextContent));
        Assert.Equal("Failed", entries[1].QuerySelector(".state")!.TextContent);
        Assert.Equal(
            ["", "", "30,000 plays had been added", "30,000 plays added"], entries.Select(entry => entry.QuerySelector(".sub")!.TextContent));
    }

    [Fact]
    public async Task An_undoing_that_failed_does_not_say_that_nothing_was_written()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer())
            .On("Import", SampleAnswers.Import(
                "COMPLETED", SampleAnswers.Report(5), error: "The server could not undo this import; everything is as it was.",
                canUndo: true));

        var problem = (await pages.ReadAsync("/imports/7")).QuerySelector(".problem")!;

        Assert.Equal("It could not be undone", problem.QuerySelector("h2")!.TextContent);
        Assert.Null(problem.QuerySelector("a"));
    }

    [Fact]
    public async Task The_part_that_changes_comes_alone_and_the_name_of_a_file_is_text()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Import", SampleAnswers.Import("QUEUED"));

        var part = await pages.ReadAsync("/imports/7?handler=Status");

        Assert.Null(part.QuerySelector("nav"));
        Assert.Equal("true", part.QuerySelector("[data-moving]")!.GetAttribute("data-moving"));
        Assert.Equal(SampleAnswers.Hostile + ".zip", part.QuerySelector("bdi")!.TextContent);
    }

    private static int Count(IElement cell) => int.Parse(cell.TextContent,
        NumberStyles.AllowThousands | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);

    /// <summary>Reads the import's page, and sends the form of one of its buttons as a browser without scripts does.</summary>
    private async Task<(IHtmlDocument Page, HttpResponseMessage Response)> PressAsync(string text)
    {
        using var browser = pages.Browser();
        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/imports/7", UriKind.Relative)));
        var form = page.QuerySelectorAll("form").Single(form => form.QuerySelector("button")?.TextContent == text);
        var fields = form.QuerySelectorAll("input[name]")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "");
        using var content = new FormUrlEncodedContent(fields);
        return (page, await browser.PostAsync(new Uri(form.GetAttribute("action")!, UriKind.Relative), content));
    }

    private async Task<HttpResponseMessage> UploadAsync(string accept, params (string Name, int Length)[] files)
    {
        using var browser = pages.Browser();
        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/imports", UriKind.Relative)));
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" },
        };
        foreach (var (name, length) in files) form.Add(new ByteArrayContent(new byte[length]), "files", name);
        form.Add(new StringContent("true"), "preview");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/imports/upload") { Content = form };
        request.Headers.Accept.ParseAdd(accept);
        return await browser.SendAsync(request);
    }
}
