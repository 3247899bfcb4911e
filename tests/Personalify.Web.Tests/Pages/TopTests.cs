using System.Text.Json;
using Personalify.Web.Tests.Support;

namespace Personalify.Web.Tests.Pages;

public sealed class TopTests(WebPages pages) : IClassFixture<WebPages>
{
    [Fact]
    public async Task A_later_page_goes_on_where_the_one_before_ended()
    {
        Answer(entries: 50, total: 2629);

        var page = await pages.ReadAsync("/top/albums?period=all&page=2");

        Assert.Equal(50, pages.Api.VariablesOf("Top").GetProperty("first").GetInt32());
        Assert.Equal(["26", "50"], new[] { page.QuerySelector(".pos")!.TextContent, page.QuerySelectorAll(".pos")[^1].TextContent });
        Assert.Equal("/top/albums?period=all&page=3", page.QuerySelector(".pager a[rel=next]")!.GetAttribute("href"));
        Assert.Equal("/top/albums?period=all", page.QuerySelector(".pager a[rel=prev]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_list_says_that_it_ends_at_the_hundredth()
    {
        Answer(entries: 100, total: 2629);

        var page = await pages.ReadAsync("/top/albums?page=4");

        Assert.Null(page.QuerySelector(".pager a[rel=next]"));
        Assert.Contains("ends at the hundredth", page.QuerySelector(".card")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_says_how_it_moved_in_words_too()
    {
        Answer(entries: 3, total: 3, before: ["l3", "l1"]);

        var moves = (await pages.ReadAsync("/top/albums")).QuerySelectorAll(".move .unseen").Select(move => move.TextContent);

        Assert.Equal(["1 place up", "not in the list before", "2 places down"], moves);
    }

    [Fact]
    public async Task New_is_only_what_was_first_heard_in_the_period()
    {
        Answer(entries: 3, total: 3, before: ["l1"], first: 3);

        var page = await pages.ReadAsync("/top/albums");

        Assert.Equal(
            ["same place as before", "not in the list before", "new: first heard in this period"],
            page.QuerySelectorAll(".move").Select(move => move.TextContent.Trim('–', '+')));
        Assert.Contains("new was never heard before", page.QuerySelector(".more")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_track_names_its_album_the_page_says_so_and_not_that_nothing_was_played()
    {
        Answer(entries: 0, total: 12, albums: 0);

        var notice = (await pages.ReadAsync("/top/albums?period=all")).QuerySelector(".notice")!;

        Assert.Equal("No albums are named in this period", notice.QuerySelector("h2")!.TextContent);
        Assert.Contains("12 tracks were played", notice.TextContent, StringComparison.Ordinal);
        Assert.Contains("Account data names no albums", notice.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_was_played_the_page_says_that()
    {
        Answer(entries: 0, total: 0);

        Assert.Contains("Nothing was played", (await pages.ReadAsync("/top/albums?period=all"))
            .QuerySelector(".notice h2")!.TextContent, StringComparison.Ordinal);
    }

    private void Answer(int entries, int total, string[]? before = null, int? albums = null, int? first = null)
    {
        var artist = new { id = "a", name = "Velvet Harbor" };
        var data = new
        {
            me = new
            {
                now = new
                {
                    totals = new { tracks = total, artists = total, albums = albums ?? total },
                    topAlbums = new { nodes = Enumerable.Range(1, entries).Select(rank => new
                    {
                        rank, isNew = rank == first, plays = 200 - rank, msPlayed = (200 - rank) * 1_000_000L,
                        album = new { id = $"l{rank}", name = $"Album {rank}", imageUrl = (string?)null, artist },
                    }) },
                },
                before = new { topAlbums = new { nodes = (before ?? []).Select((id, index) => new { rank = index + 1, album = new { id } }) } },
            },
        };
        pages.Api.On("Viewer", SampleAnswers.Viewer()).On("Top", JsonSerializer.Serialize(data));
    }
}
