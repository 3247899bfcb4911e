using Personalify.Api.Spotify;
using Personalify.Api.Tops;

namespace Personalify.Api.Tests.Tops;

/// <summary>What a selection needs of the lists, and what of them answers it.</summary>
public sealed class TopsDemandTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TopsSource Page = new(Guid.NewGuid(), Noon, IsWhole: false);
    private static readonly TopsSource Whole = new(Guid.NewGuid(), Noon.AddHours(1), IsWhole: true);

    [Theory]
    [InlineData(50, true, false, TopExtent.FirstPage, TopExtent.None)]
    [InlineData(51, true, false, TopExtent.Whole, TopExtent.None)]
    [InlineData(1, false, true, TopExtent.None, TopExtent.FirstPage)]
    [InlineData(99, true, true, TopExtent.Whole, TopExtent.Whole)]
    public void A_list_is_needed_as_far_as_it_is_asked_for(int first, bool artists, bool tracks, TopExtent ofArtists, TopExtent ofTracks) =>
        Assert.Equal(new TopsDemand(ofArtists, ofTracks), TopsDemand.Of(first, artists, tracks, genres: false, moments: false));

    [Fact]
    public void Genres_need_all_artists_and_moments_a_run()
    {
        var withGenres = TopsDemand.Of(10, artists: true, tracks: false, genres: true, moments: false);
        Assert.Equal(new TopsDemand(TopExtent.Whole, TopExtent.None), withGenres);
        Assert.Equal(TopsDemand.All, TopsDemand.Of(10, artists: true, tracks: false, genres: false, moments: true));
        Assert.Equal(TopsDemand.All, TopsDemand.Of(10, artists: false, tracks: false, genres: false, moments: false));
    }

    [Fact]
    public void Only_what_is_missing_is_fetched()
    {
        var demand = new TopsDemand(TopExtent.FirstPage, TopExtent.Whole);
        Assert.Equal(demand with { Artists = TopExtent.None }, demand.Beyond(Lists(Page, null)));
        Assert.Equal(demand with { Artists = TopExtent.None }, demand.Beyond(Lists(Whole, Page)));
        Assert.Equal(TopsDemand.All, TopsDemand.All.Beyond(Lists(Whole, Page)));
    }

    [Fact]
    public void Lists_of_different_runs_are_no_run()
    {
        Assert.True(TopsDemand.All.IsMetBy(Lists(Whole, Whole)));
        Assert.False(TopsDemand.All.IsMetBy(Lists(Whole, Whole with { RunId = Guid.NewGuid() })));
        Assert.False(TopsDemand.All.IsMetBy(Lists(Whole, Page)));
    }

    [Fact]
    public void A_list_that_is_not_here_is_not_answered_as_empty() =>
        Assert.Null(new TopsDemand(TopExtent.FirstPage, TopExtent.FirstPage).Answer(Lists(Page, null), 50));

    [Fact]
    public void What_is_too_old_is_left_out()
    {
        var lists = Lists(Page, Whole);
        Assert.Same(lists, lists.Since(Noon.AddHours(-1)));
        var newer = lists.Since(Noon);
        Assert.Equal((null, Whole, Whole.RunId), (newer!.ArtistsSource, newer.TracksSource, newer.RunId));
        Assert.Null(lists.Since(Noon.AddHours(1)));
    }

    private static Api.Tops.Tops Lists(TopsSource? artists, TopsSource? tracks) => new()
    {
        TimeRange = TimeRange.ShortTerm, UserId = 1, ArtistsSource = artists, TracksSource = tracks, Artists = [], Tracks = [],
        RunId = TopsSource.Older(artists, tracks)!.RunId, SyncedAt = TopsSource.Older(artists, tracks)!.SyncedAt,
    };
}
