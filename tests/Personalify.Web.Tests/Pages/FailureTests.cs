using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Personalify.DevStack;
using Personalify.Web.Tests.Support;
using Personalify.Testing;

namespace Personalify.Web.Tests.Pages;

public sealed class FailureTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task An_api_that_is_away_costs_the_page_but_not_the_visitor()
    {
        using var web = pages.WithWebHostBuilder(builder => builder.UseSetting("Api:Url", $"http://127.0.0.1:{FreePort.Next()}/graphql"));
        using var browser = web.CreateClient();

        var response = await browser.GetAsync(new Uri("/top/tracks?period=all", UriKind.Relative));
        var page = await WebPages.ReadAsync(response);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("/top/tracks?period=all", page.QuerySelector("a.button")!.GetAttribute("href"));
        Assert.Contains("Nothing is lost", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_api_that_is_away_is_one_line_of_the_log_for_a_page_and_no_stack_trace()
    {
        using var log = new KeptLog();
        // The levels are those of the Web's own settings.
        using var web = pages.WithWebHostBuilder(builder => builder
            .UseSetting("Api:Url", $"http://127.0.0.1:{FreePort.Next()}/graphql")
            .ConfigureAppConfiguration(settings => settings.AddJsonFile(RepositoryFiles.Path("Personalify.Web", "appsettings.json")))
            .ConfigureLogging(logging => logging.AddProvider(log)));
        using var browser = web.CreateClient();
        log.Lines.Clear();

        await browser.GetAsync(new Uri("/top/tracks?period=all", UriKind.Relative));

        var line = Assert.Single(log.Lines);
        Assert.Contains("does not answer:", line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_of_the_api_is_told_as_a_sentence()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", """{"errors":[{"message":"The statistics are being rebuilt."}]}""");
        using var browser = pages.Browser();

        var response = await browser.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains("The statistics are being rebuilt.", (await WebPages.ReadAsync(response)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/top/podcasts")]
    [InlineData("/components")]
    public async Task A_page_that_is_not_there_says_so(string path)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer());
        using var browser = pages.Browser();

        var response = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("There is no such page", (await WebPages.ReadAsync(response)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task An_import_of_somebody_else_is_not_there()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Import", """{"me":{"import":null}}""");
        using var browser = pages.Browser();

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(new Uri("/imports/99", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Liveness_does_not_depend_on_the_api()
    {
        using var web = pages.WithWebHostBuilder(builder => builder.UseSetting("Api:Url", $"http://127.0.0.1:{FreePort.Next()}/graphql"));
        using var browser = web.CreateClient();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode);
    }
}
