using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class ResetPasswordTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task A_reset_link_works_without_a_session_and_signs_in()
    {
        pages.Api.On(
            "ResetPassword", """{"resetPassword":{"session":{"token":"fresh-token","expiresAt":"2035-01-01T00:00:00Z"},"errors":null}}""");

        using var response = await SendAsync("long enough");

        Assert.Equal("/", response.Headers.Location?.ToString());
        Assert.Contains(
            response.Headers.GetValues("Set-Cookie"),
            cookie => cookie.StartsWith("personalify_session=fresh-token;", StringComparison.Ordinal));
        Assert.Equal(
            """{"token":"a-link","newPassword":"long enough"}""", pages.Api.VariablesOf("ResetPassword").GetProperty("input").GetRawText());
    }

    [Fact]
    public async Task A_link_that_does_not_work_any_more_says_what_to_do()
    {
        pages.Api.On("ResetPassword", """{"resetPassword":{"session":null,"errors":[{"message":"This link was used already."}]}}""");

        using var response = await SendAsync("long enough");

        Assert.Equal("This link was used already.", (await WebPages.ReadAsync(response)).QuerySelector("[role=alert]")!.TextContent);
    }

    [Fact]
    public async Task A_link_that_was_used_says_so_before_a_password_is_thought_of()
    {
        pages.Api.On("ResetLink", """{"isResetLinkOpen":false}""");
        using var browser = pages.Browser(isSignedIn: false);

        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/reset-password/a-link", UriKind.Relative)));

        Assert.Equal("This link does not work any more", page.QuerySelector("h1")!.TextContent);
        Assert.Null(page.QuerySelector("form"));
        Assert.Equal("/sign-in", page.QuerySelector("a.button")!.GetAttribute("href"));
    }

    private async Task<HttpResponseMessage> SendAsync(string newPassword)
    {
        pages.Api.On("ResetLink", """{"isResetLinkOpen":true}""");
        using var browser = pages.Browser(isSignedIn: false);
        var address = new Uri("/reset-password/a-link", UriKind.Relative);
        var form = await WebPages.ReadAsync(await browser.GetAsync(address));
        var mark = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(address, new FormUrlEncodedContent(
            [KeyValuePair.Create("newPassword", newPassword), KeyValuePair.Create("__RequestVerificationToken", mark)]));
    }
}
