using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

/// <summary>A name that only Spotify gave is marked where it stands, and no other name is.</summary>
public sealed class NameSourceTests(WebPages pages) : IClassFixture<WebPages>
{
    [Theory]
    [InlineData("en", "Only Spotify names it so; none of your exports names it yet.")]
    [InlineData("id", "Hanya Spotify yang menamainya begitu; belum ada ekspor Anda yang menyebutnya.")]
    public async Task The_page_of_what_only_Spotify_named_says_so(string language, string sentence)
    {
        Place("SPOTIFY");
        using var browser = pages.Browser();
        browser.DefaultRequestHeaders.Add("Accept-Language", language);

        var page = await WebPages.ReadAsync(await browser.GetAsync(new Uri("/artists/a1", UriKind.Relative)));

        Assert.Equal(sentence, page.QuerySelector(".place > div > .from")!.TextContent);
    }

    [Fact]
    public async Task What_an_export_names_is_not_marked()
    {
        Place("EXPORT");

        Assert.Null((await pages.ReadAsync("/artists/a1")).QuerySelector(".from"));
    }

    [Fact]
    public async Task The_artist_and_the_album_of_a_track_are_marked_each_by_its_own_source()
    {
        var track = PlaceOf("EXPORT");
        track["spotifyId"] = "4uLU6hMCjMI75M1A2tKUQC";
        track["artist"] = new JsonObject { ["id"] = "a1", ["name"] = "Velvet Harbor", ["nameSource"] = "EXPORT" };
        track["album"] = new JsonObject { ["id"] = "l1", ["name"] = "First Light", ["nameSource"] = "SPOTIFY" };
        Answer("track", track);

        var page = await pages.ReadAsync("/tracks/t1");

        Assert.Equal("name from Spotify", Assert.Single(page.QuerySelectorAll(".from")).TextContent);
        Assert.Equal("First Light", page.QuerySelector(".by .from")!.PreviousElementSibling!.TextContent);
    }

    [Fact]
    public async Task A_top_list_marks_the_entries_that_only_Spotify_named()
    {
        var artist = PlaceOf("EXPORT");
        artist["tops"] = new JsonObject
        {
            ["topTracks"] = new JsonObject { ["nodes"] = new JsonArray(Ranked(1, "Slow Tide", "EXPORT"), Ranked(2, "Half a Storm", "SPOTIFY")) },
            ["topAlbums"] = new JsonObject { ["nodes"] = new JsonArray() },
        };
        Answer("artist", artist);

        Assert.Equal(["Half a Storm"], MarkedNames(await pages.ReadAsync("/artists/a1")));
    }

    [Fact]
    public async Task A_search_marks_what_only_Spotify_named()
    {
        var artist = new JsonObject { ["id"] = "a1", ["name"] = "Velvet Harbor", ["nameSource"] = "EXPORT" };
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Search", new JsonObject
        {
            ["search"] = new JsonObject
            {
                ["artists"] = new JsonArray(artist.DeepClone()),
                ["albums"] = new JsonArray(Work("l1", "Velvet Light", "SPOTIFY")),
                ["tracks"] = new JsonArray(Work("t1", "Velvet Tide", "SPOTIFY"), Work("t2", "Velvet Storm", "EXPORT")),
            },
        }.ToJsonString());

        Assert.Equal(["Velvet Tide", "Velvet Light"], MarkedNames(await pages.ReadAsync("/search?q=velvet")));

        JsonObject Work(string id, string name, string source) =>
            new() { ["id"] = id, ["name"] = name, ["nameSource"] = source, ["artist"] = artist.DeepClone() };
    }

    private static IEnumerable<string> MarkedNames(IHtmlDocument page) =>
        page.QuerySelectorAll(".what:has(.from) .name").Select(name => name.TextContent);

    private static JsonObject Ranked(int rank, string name, string source) => new()
    {
        ["rank"] = rank, ["plays"] = 3, ["msPlayed"] = 600_000, ["isNew"] = false,
        ["track"] = new JsonObject
        {
            ["id"] = "t" + rank, ["name"] = name, ["nameSource"] = source,
            ["artist"] = new JsonObject { ["id"] = "a1", ["name"] = "Velvet Harbor" },
        },
    };

    private static JsonObject PlaceOf(string source)
    {
        var place = JsonNode.Parse(SampleAnswers.ArtistPlace("Velvet Harbor"))!["artist"]!.DeepClone().AsObject();
        place["nameSource"] = source;
        return place;
    }

    private void Place(string source) => Answer("artist", PlaceOf(source));

    private void Answer(string kind, JsonObject place)
    {
        var answer = JsonNode.Parse(SampleAnswers.ArtistPlace("Velvet Harbor"))!.AsObject();
        answer.Remove("artist");
        answer[kind] = place;
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Place", answer.ToJsonString());
    }
}
