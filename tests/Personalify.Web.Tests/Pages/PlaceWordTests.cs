using System.Text.Json.Nodes;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>What Spotify says stands on the page of a place, marked as Spotify's, with the way there.</summary>
public sealed class PlaceWordTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task Genres_that_are_not_supplied_are_said_to_be_not_supplied()
    {
        var page = await ReadAsync(new JsonObject { ["url"] = "https://open.spotify.com/artist/x", ["genres"] = null });
        Assert.Contains("Spotify no longer supplies genres to new apps", page.QuerySelector(".word dd")!.TextContent,
            StringComparison.Ordinal);
        var source = page.QuerySelector(".word .source")!;
        Assert.Equal(("from Spotify", "https://open.spotify.com/artist/x"), (source.TextContent, source.GetAttribute("href")));
        Assert.Contains("noopener", source.GetAttribute("rel"), StringComparison.Ordinal);
        Assert.Equal("Open in Spotify", page.QuerySelector(".acts a")!.TextContent);
    }

    [Fact]
    public async Task Genres_are_named()
    {
        var page = await ReadAsync(new JsonObject { ["url"] = "https://open.spotify.com/artist/x", ["genres"] = new JsonArray("folk", "jazz") });
        Assert.Equal("folk, jazz", page.QuerySelector(".word dd")!.TextContent);
    }

    [Fact]
    public async Task Where_Spotify_has_said_nothing_nothing_is_from_Spotify()
    {
        var page = await ReadAsync(null);
        Assert.Null(page.QuerySelector(".word"));
    }

    private Task<AngleSharp.Html.Dom.IHtmlDocument> ReadAsync(JsonObject? word)
    {
        var answer = JsonNode.Parse(SampleAnswers.ArtistPlace("Velvet Harbor"))!;
        answer["artist"]!["spotify"] = word;
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Place", answer.ToJsonString());
        return pages.ReadAsync("/artists/a1");
    }
}
