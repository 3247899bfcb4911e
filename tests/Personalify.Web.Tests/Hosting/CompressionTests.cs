using System.IO.Compression;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Hosting;

public sealed class CompressionTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData("/", "br")]
    [InlineData("/", "gzip")]
    [InlineData("/lib/site.css", "br")]
    [InlineData("/lib/charts.js", "gzip")]
    public async Task What_is_text_comes_compressed_to_who_asks(string path, string encoding)
    {
        var response = await AskAsync(path, encoding);

        Assert.Equal(encoding, Assert.Single(response.Content.Headers.ContentEncoding));
        Assert.Contains("Accept-Encoding", response.Headers.Vary);
        Assert.Equal(await TextAsync(path, null), Mask(await UnpackAsync(response, encoding)));
    }

    [Fact]
    public async Task Who_does_not_ask_gets_it_as_it_is() => Assert.Empty((await AskAsync("/", null)).Content.Headers.ContentEncoding);

    /// <summary>Compression over https is safe only as long as this holds; see Compression.</summary>
    [Fact]
    public async Task The_mark_in_a_form_is_another_one_each_time_and_the_session_is_in_no_page()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer());
        using var browser = pages.Browser();
        var first = await browser.GetStringAsync(new Uri("/settings", UriKind.Relative));
        var second = await browser.GetStringAsync(new Uri("/settings", UriKind.Relative));

        Assert.NotEqual(first, second);
        Assert.Equal(Mask(first), Mask(second));
        Assert.DoesNotContain("a-token", first, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? encoding)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview());
        using var browser = pages.Browser();
        if (encoding is not null) browser.DefaultRequestHeaders.AcceptEncoding.ParseAdd(encoding);
        return await browser.GetAsync(new Uri(path, UriKind.Relative));
    }

    private async Task<string> TextAsync(string path, string? encoding) => Mask(await (await AskAsync(path, encoding)).Content.ReadAsStringAsync());

    private static async Task<string> UnpackAsync(HttpResponseMessage response, string encoding)
    {
        var packed = await response.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress));
        return await reader.ReadToEndAsync();
    }

    private static string Mask(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "(name=\"__RequestVerificationToken\"[^>]* value=)\"[^\"]*\"", "$1…");
}
