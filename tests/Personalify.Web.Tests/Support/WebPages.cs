using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace Personalify.Web.Tests.Support;

/// <summary>The Web in this process, before an Api that a test plays.</summary>
public sealed class WebPages : WebApplicationFactory<Program>, IAsyncLifetime
{
    private FakeApi? _api;

    public FakeApi Api => _api ?? throw new InvalidOperationException("The pages are not started.");

    public string Environment { get; init; } = "Production";

    public async Task InitializeAsync() => _api = (await FakeApi.StartAsync()).On("Viewer", SampleAnswers.Viewer());

    public HttpClient Browser(bool isSignedIn = true)
    {
        var client = CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, HandleCookies = true });
        if (isSignedIn) client.DefaultRequestHeaders.Add("Cookie", "personalify_session=a-token");
        return client;
    }

    public async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var browser = Browser();
        return await ReadAsync(await browser.GetAsync(new Uri(path, UriKind.Relative)));
    }

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    async Task IAsyncLifetime.DisposeAsync()
    {
        await base.DisposeAsync();
        if (_api is not null) await _api.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(Environment);
        builder.UseSetting("Api:Url", Api.Url);
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
