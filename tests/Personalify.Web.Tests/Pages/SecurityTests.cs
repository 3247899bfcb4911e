using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class SecurityTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/sign-in")]
    [InlineData("/nothing-here")]
    [InlineData("/lib/site.css")]
    public async Task Every_answer_forbids_what_the_pages_do_not_need(string path)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Overview", SampleAnswers.Overview()).On("Server", SampleAnswers.Nobody());
        using var browser = pages.Browser();

        var headers = (await browser.GetAsync(new Uri(path, UriKind.Relative))).Headers;

        var policy = Assert.Single(headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public void No_page_carries_styles_or_scripts_of_its_own()
    {
        var pageFiles = Directory.GetFiles(RepositoryFiles.Path("Personalify.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories);

        Assert.NotEmpty(pageFiles);
        Assert.All(pageFiles, file => Assert.DoesNotMatch(@"<style|\sstyle=|<script(?![^>]*\ssrc=)|\son(?!e=)[a-z]+=|javascript:", File.ReadAllText(file)));
    }

    [Fact]
    public void No_page_style_or_script_loads_anything_from_another_host()
    {
        var files = Directory.GetFiles(RepositoryFiles.Path("Personalify.Web"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cshtml" or ".css" or ".js" && !file.Contains("/lib/", StringComparison.Ordinal));

        // A link that a person follows loads nothing.
        const string links = @"https://(www\.spotify\.com/account/privacy|open\.spotify\.com/track)/";
        Assert.All(files, file => Assert.DoesNotMatch($@"(src=|url\(|import|href=""(?!{links}))[""'(]?https?:", File.ReadAllText(file)));
    }

    [Fact]
    public void Colours_are_written_among_the_tokens_only()
    {
        var styles = Directory.GetFiles(RepositoryFiles.Path("Personalify.Web", "Styles"), "*.css")
            .Where(file => Path.GetFileName(file) != "tokens.css");

        Assert.All(styles, file => Assert.DoesNotMatch(@"#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(", File.ReadAllText(file)));
    }
}
