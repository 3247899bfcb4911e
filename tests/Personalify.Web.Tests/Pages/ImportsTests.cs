using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class ImportsTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string NoImports = """{"me":{"imports":{"nodes":[],"pageInfo":{"hasNextPage":false,"hasPreviousPage":false,"startCursor":null,"endCursor":null}}}}""";
    private const string Started = """{"startImport":{"import":{"id":"7"},"errors":null}}""";

    [Fact]
    public async Task The_demo_account_has_no_form_and_says_why()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer().Replace("\"isDemo\":false", "\"isDemo\":true", StringComparison.Ordinal)).On("Imports", NoImports);

        var page = await pages.ReadAsync("/imports");

        Assert.Null(page.QuerySelector("form[data-upload]"));
        Assert.Contains("This is the demo account. Everybody who looks around shares it, so nothing can be imported", page.Body!.TextContent, StringComparison.Ordinal);
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

    [Fact]
    public async Task The_part_that_changes_comes_alone_and_the_name_of_a_file_is_text()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Import", SampleAnswers.Import("QUEUED"));

        var part = await pages.ReadAsync("/imports/7?handler=Status");

        Assert.Null(part.QuerySelector("nav"));
        Assert.Equal("true", part.QuerySelector("[data-moving]")!.GetAttribute("data-moving"));
        Assert.Equal(SampleAnswers.Hostile + ".zip", part.QuerySelector("bdi")!.TextContent);
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
