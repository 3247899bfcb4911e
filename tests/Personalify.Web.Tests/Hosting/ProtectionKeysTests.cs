using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Personalify.Web.Hosting;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Hosting;

public sealed class ProtectionKeysTests(WebPages pages) : IClassFixture<WebPages>, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("personalify-keys-");

    [Fact]
    public async Task A_form_that_was_open_while_the_Web_restarted_is_still_valid()
    {
        pages.Api.On("Server", SampleAnswers.Nobody()).On("SignIn", SampleAnswers.Session("signIn"));
        var (cookie, mark) = await OpenFormAsync("keys");

        Assert.Equal(HttpStatusCode.Redirect, await SendFormAsync("keys", cookie, mark));
        Assert.Equal(HttpStatusCode.BadRequest, await SendFormAsync("others", cookie, mark));
    }

    [Fact]
    public async Task Nobody_else_may_read_the_keys_not_even_where_the_folder_was_there_before()
    {
        var folder = _folder.CreateSubdirectory("open");
        if (!OperatingSystem.IsWindows()) folder.UnixFileMode = (UnixFileMode)0b111_111_111;
        pages.Api.On("Server", SampleAnswers.Nobody());

        await OpenFormAsync("open");

        Assert.NotEmpty(folder.GetFiles("key-*.xml"));
        folder.Refresh();
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, folder.UnixFileMode);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(string Cookie, string Mark)> OpenFormAsync(string folder)
    {
        await using var web = Start(folder);
        var response = await Browser(web).GetAsync(new Uri("/sign-in", UriKind.Relative));
        var page = await WebPages.ReadAsync(response);
        return (response.Headers.GetValues("Set-Cookie").Single().Split(';')[0], page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!);
    }

    private async Task<HttpStatusCode> SendFormAsync(string folder, string cookie, string mark)
    {
        await using var web = Start(folder);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Headers.Add("Cookie", cookie);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["Name"] = "ines", ["Password"] = "secret", ["__RequestVerificationToken"] = mark });
        return (await Browser(web).SendAsync(request)).StatusCode;
    }

    /// <summary>A Web of its own, as after a restart.</summary>
    private WebApplicationFactory<Program> Start(string folder) =>
        pages.WithWebHostBuilder(web => web.UseSetting(ProtectionKeys.Setting, Path.Combine(_folder.FullName, folder)));

    private static HttpClient Browser(WebApplicationFactory<Program> web) => web.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
}
