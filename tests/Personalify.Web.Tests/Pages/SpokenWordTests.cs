using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>Who only hears podcasts and books has a history, though none of music.</summary>
public sealed class SpokenWordTests(WebPages pages) : IClassFixture<WebPages>
{
    private const string Imports =
        """
        {"me":{"imports":{"nodes":[
          {"isPreview":true,"status":"COMPLETED","report":{"episodes":9999,"chapters":0}},
          {"isPreview":false,"status":"UNDONE","report":{"episodes":8888,"chapters":0}},
          {"isPreview":false,"status":"COMPLETED","report":{"episodes":534,"chapters":1}},
          {"isPreview":false,"status":"COMPLETED","report":{"episodes":500,"chapters":0}}]}}}
        """;

    [Theory]
    [InlineData("/")]
    [InlineData("/top/artists")]
    [InlineData("/history")]
    [InlineData("/history/plays")]
    public async Task An_account_with_only_podcasts_is_told_what_it_has(string path)
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(hasHistory: false)).On("SpokenWord", Imports);

        var notice = (await pages.ReadAsync(path)).QuerySelector(".notice")!;

        Assert.Equal("No music in your history yet", notice.QuerySelector("h2")!.TextContent);
        Assert.Contains("534 episodes and 1 chapter and no music", notice.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_the_page_says_how_to_get_a_history()
    {
        pages.Api.On("Viewer", SampleAnswers.Viewer(hasHistory: false)).On("SpokenWord", """{"me":{"imports":{"nodes":[]}}}""");

        Assert.Equal("No listening history yet", (await pages.ReadAsync("/")).QuerySelector(".notice h2")!.TextContent);
    }
}
