using System.Net;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class SessionTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData("/", "/sign-in")]
    [InlineData("/top/tracks?period=all", "/sign-in?returnUrl=%2Ftop%2Ftracks%3Fperiod%3Dall")]
    [InlineData("/imports", "/sign-in?returnUrl=%2Fimports")]
    [InlineData("/settings", "/sign-in?returnUrl=%2Fsettings")]
    public async Task Who_is_not_signed_in_signs_in_first_and_comes_back(string path, string signIn)
    {
        pages.Api.On("Viewer", SampleAnswers.Nobody());
        using var browser = pages.Browser(isSignedIn: false);

        var response = await browser.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal((HttpStatusCode.Redirect, signIn), (response.StatusCode, response.Headers.Location?.ToString()));
    }

    [Fact]
    public async Task Signing_in_keeps_the_session_out_of_reach_of_scripts()
    {
        pages.Api.On("Server", SampleAnswers.Nobody()).On("SignIn", SampleAnswers.Session("signIn"));

        var response = await PostAsync("/sign-in", ("Name", "ines"), ("Password", "secret"), ("ReturnUrl", "/history"));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("personalify_session=", StringComparison.Ordinal));
        Assert.Equal("personalify_session=fresh-token; expires=Mon, 01 Jan 2035 00:00:00 GMT; path=/; samesite=lax; httponly", cookie);
        Assert.Equal("/history", response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Signing_in_never_leads_to_another_site(string returnUrl)
    {
        pages.Api.On("Server", SampleAnswers.Nobody()).On("SignIn", SampleAnswers.Session("signIn"));

        var response = await PostAsync("/sign-in", ("Name", "ines"), ("Password", "secret"), ("ReturnUrl", returnUrl));

        Assert.Equal("/", response.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_refused_password_is_explained_and_not_repeated()
    {
        pages.Api.On("Server", SampleAnswers.Nobody()).On("SignIn", SampleAnswers.Refusal("signIn", "Name or password is wrong."));

        var page = await WebPages.ReadAsync(await PostAsync("/sign-in", ("Name", "ines"), ("Password", "hunter2")));

        Assert.Equal("Name or password is wrong.", page.QuerySelector("[role=alert]")!.TextContent);
        Assert.Equal("ines", page.QuerySelector("#field-name")!.GetAttribute("value"));
        Assert.DoesNotContain("hunter2", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_server_asks_for_its_first_account()
    {
        pages.Api.On("Server", SampleAnswers.Nobody(needsFirstAccount: true)).On("SignUp", SampleAnswers.Session("signUp"));

        var response = await PostAsync("/sign-in?handler=Create", ("Name", "ines"), ("Password", "long enough"), ("TimeZone", "Europe/Lisbon"));

        Assert.Equal("/", response.Headers.Location?.ToString());
        Assert.Equal("Europe/Lisbon", pages.Api.VariablesOf("SignUp").GetProperty("input").GetProperty("timeZone").GetString());
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/settings?handler=Profile")]
    [InlineData("/settings?handler=SignOut")]
    [InlineData("/imports/7?handler=Undo")]
    public async Task A_form_of_another_site_is_refused(string path)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Server", SampleAnswers.Nobody());
        using var browser = pages.Browser();

        var response = await browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("Name", "ines")]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task The_session_of_the_browser_goes_to_the_api()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());

        await pages.ReadAsync("/");

        Assert.Equal("Bearer a-token", pages.Api.LastAuthorization);
    }

    private async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var browser = pages.Browser(isSignedIn: false);
        var form = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/sign-in", UriKind.Relative)));
        var token = form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var content = fields.Append(("__RequestVerificationToken", token)).Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        return await browser.PostAsync(new Uri(path, UriKind.Relative), new FormUrlEncodedContent(content));
    }
}
