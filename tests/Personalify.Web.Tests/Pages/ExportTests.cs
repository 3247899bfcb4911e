using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class ExportTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task The_export_comes_through_as_the_Api_sends_it_to_this_session()
    {
        pages.Api.Export = (200, "");
        using var browser = pages.Browser();

        using var response = await browser.GetAsync(new Uri("/settings/export", UriKind.Relative));

        Assert.Equal(("application/zip", "personalify-ines.zip", "PK"), (
            response.Content.Headers.ContentType?.ToString(), response.Content.Headers.ContentDisposition?.FileName,
            await response.Content.ReadAsStringAsync()));
        Assert.Equal("Bearer a-token", pages.Api.LastAuthorization);
        Assert.True(response.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Who_is_not_signed_in_signs_in_first()
    {
        pages.Api.Export = (401, "");
        using var browser = pages.Browser(isSignedIn: false);

        using var response = await browser.GetAsync(new Uri("/settings/export", UriKind.Relative));

        Assert.Equal(
            (HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Fsettings"), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task An_export_that_has_to_wait_says_so_on_the_page()
    {
        pages.Api.Export = (503, "Other exports are being made. Try again in a minute.");
        using var browser = pages.Browser();

        using var response = await browser.GetAsync(new Uri("/settings/export", UriKind.Relative));
        var page = await WebPages.ReadAsync(await browser.GetAsync(response.Headers.Location));

        Assert.Equal("Other exports are being made. Try again in a minute.", page.QuerySelector("[role=status]")!.TextContent);
    }
}
