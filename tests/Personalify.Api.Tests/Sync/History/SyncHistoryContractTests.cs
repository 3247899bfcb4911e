using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;
using Personalify.Testing;
using static Personalify.Api.Tests.Sync.History.GivenRuns;

namespace Personalify.Api.Tests.Sync.History;

/// <summary>What the history promises, whichever store keeps it.</summary>
public abstract class SyncHistoryContractTests : IAsyncLifetime
{
    private const int Ada = 1, Ben = 2;

    private protected abstract ISyncHistory History { get; }

    /// <summary>The same history where runs of the past are let go of.</summary>
    private protected abstract ISyncHistory KeepingDays(int days);

    public abstract Task InitializeAsync();

    public abstract Task DisposeAsync();

    [MongoFact]
    public async Task A_run_is_read_as_it_was_appended()
    {
        var run = Run(Ada, 1, "Nina", "Miles", "Ünï Çødé 🎷");
        await History.AppendAsync(run, default);
        Assert.Equal(Text(run), Text(await History.FindAsync(Ada, run.Id, default)));
    }

    [MongoFact]
    public async Task A_run_appended_again_changes_nothing()
    {
        var run = Run(Ada, 1, "Nina");
        await History.AppendAsync(run, default);
        await History.AppendAsync(run with { Status = SyncRunStatus.Failed, Tops = [] }, default);
        Assert.Equal(1, await History.CountAsync(Ada, default));
        Assert.Equal(Text(run), Text(await History.FindAsync(Ada, run.Id, default)));
    }

    [MongoFact]
    public async Task Another_listeners_run_is_not_there()
    {
        var run = Run(Ada, 1, "Nina");
        await History.AppendAsync(run, default);
        await History.SaveCurrentAsync(Current(run, TimeRange.ShortTerm), default);
        Assert.Null(await History.FindAsync(Ben, run.Id, default));
        Assert.Empty(await History.ListAsync(Ben, null, null, 10, false, default));
        Assert.Equal(0, await History.CountAsync(Ben, default));
        Assert.Null(await History.FindCurrentAsync(Ben, run.SpotifyId, TimeRange.ShortTerm, default));
        Assert.Empty(await History.ListCurrentAsync(Ben, default));
    }

    [MongoTheory]
    [InlineData(null, null, 3, false, "6 5 4")]
    [InlineData(5, null, 3, false, "4 3 2")]
    [InlineData(null, 2, 2, false, "6 5")]
    [InlineData(null, 2, 2, true, "4 3")]
    [InlineData(6, 4, 9, true, "5")]
    [InlineData(null, null, 2, true, "2 1")]
    [InlineData(1, null, 2, false, "")]
    public async Task Runs_come_newest_first_within_their_bounds(int? olderThan, int? newerThan, int count, bool nearest, string hours)
    {
        var runs = Enumerable.Range(1, 6).ToDictionary(hour => hour, hour => Run(Ada, hour));
        foreach (var run in runs.Values.OrderBy(run => run.Id.GetHashCode())) await History.AppendAsync(run, default);
        await History.AppendAsync(Run(Ben, 3), default);

        Guid? Bound(int? hour) => hour is { } known ? runs[known].Id : null;
        var found = await History.ListAsync(Ada, Bound(olderThan), Bound(newerThan), count, nearest, default);

        Assert.Equal(hours, string.Join(' ', found.Select(run => runs.Single(given => given.Value.Id == run.Id).Key)));
    }

    [MongoFact]
    public async Task Runs_with_top_lists_can_be_asked_for_alone()
    {
        foreach (var run in (SyncRun[])[Run(Ada, 1, "Nina"), Run(Ada, 2), Run(Ada, 3, "Miles"), Run(Ada, 4)]) await History.AppendAsync(run,
            default);
        var found = await History.ListAsync(Ada, null, null, 10, false, default, onlyWithTops: true);
        Assert.Equal(["Miles", "Nina"], found.Select(run => run.Tops[0].Artists[0].Name));
        Assert.Equal(2, await History.CountAsync(Ada, default, onlyWithTops: true));
        Assert.Equal(4, await History.CountAsync(Ada, default));
    }

    [MongoFact]
    public async Task The_current_document_is_that_of_the_latest_run_in_whichever_order_they_come()
    {
        var (earlier, later) = (Run(Ada, 1, "Nina"), Run(Ada, 2, "Miles", "Nina"));
        foreach (var run in (SyncRun[])[earlier, later, earlier, later]) await History.SaveCurrentAsync(Current(run, TimeRange.LongTerm),
            default);
        await History.SaveCurrentAsync(Current(earlier, TimeRange.ShortTerm), default);
        var found = await History.FindCurrentAsync(Ada, SpotifyId(Ada), TimeRange.LongTerm, default);
        Assert.Equal(Text(Current(later, TimeRange.LongTerm)), Text(found));
        Assert.Null(await History.FindCurrentAsync(Ada, SpotifyId(Ada), TimeRange.MediumTerm, default));
        Assert.Equal([TimeRange.LongTerm, TimeRange.ShortTerm], (await History.ListCurrentAsync(Ada, default)).Select(tops =>
            tops.Lists.TimeRange).Order().Reverse());
    }

    [MongoFact]
    public async Task Of_runs_that_save_at_once_the_latest_stays()
    {
        var runs = Enumerable.Range(1, 12).Select(hour => Run(Ada, hour, $"Artist {hour}")).ToList();
        await Task.WhenAll(runs.OrderBy(run =>
            run.Id.GetHashCode()).Select(run => History.SaveCurrentAsync(Current(run, TimeRange.ShortTerm), default)));
        Assert.Equal(runs[^1].Id, (await History.FindCurrentAsync(Ada, SpotifyId(Ada), TimeRange.ShortTerm, default))!.RunId);
    }

    [MongoFact]
    public async Task A_listener_is_forgotten_and_the_others_stay()
    {
        foreach (var run in (SyncRun[])[Run(Ada, 1, "Nina"), Run(Ben, 1, "Nina")])
        {
            await History.AppendAsync(run, default);
            await History.SaveCurrentAsync(Current(run, TimeRange.ShortTerm), default);
        }

        await History.ForgetAsync(Ada, default);
        await History.ForgetAsync(Ada, default);

        Assert.Equal(0, await History.CountAsync(Ada, default));
        Assert.Equal(1, await History.CountAsync(Ben, default));
        Assert.Empty(await History.ListCurrentAsync(Ada, default));
        Assert.Single(await History.ListCurrentAsync(Ben, default));
    }

    [MongoFact]
    public async Task Text_that_no_store_could_keep_is_made_whole_and_lists_are_bounded()
    {
        var odd = new TopItem { Rank = 1, SpotifyId = "x", Name = "a\0b\uD83Cc", ImageUrl = new string('u', 5_000),
            ArtistNames = [.. Enumerable.Repeat("n", 50)] };
        var run = Run(Ada, 1, "Nina") with { Tops = [new TopLists(TimeRange.ShortTerm, [odd], [.. Enumerable.Repeat(odd, 5_000)], null)] };
        await History.AppendAsync(run, default);
        var lists = (await History.FindAsync(Ada, run.Id, default))!.Tops.Single();
        Assert.Equal("a\uFFFDb\uFFFDc", lists.Artists[0].Name);
        Assert.Equal((SyncHistoryBounds.MaxItems, SyncHistoryBounds.MaxArtistNames, null), (lists.Tracks.Count,
            lists.Tracks[0].ArtistNames.Count, lists.Tracks[0].ImageUrl));
    }

    /// <summary>Three bytes a character, everything as long as it may be.</summary>
    [MongoFact]
    public async Task The_largest_run_that_can_be_is_kept()
    {
        var text = new string('語', SyncHistoryBounds.MaxText);
        var item = new TopItem { Rank = 1, SpotifyId = text, Name = text, ImageUrl = text, AlbumName = text,
            ArtistNames = [.. Enumerable.Repeat(text, 10)] };
        TopItem[] items = [.. Enumerable.Repeat(item, SyncHistoryBounds.MaxItems)];
        var run = Run(Ada, 1) with
        {
            Tops = [.. Enum.GetValues<TimeRange>().Select(range =>
                new TopLists(range, items, items, [.. Enumerable.Repeat(new TopGenre(1, text, 1), 100)]))],
        };
        await History.AppendAsync(run, default);
        Assert.Equal(text, (await History.FindAsync(Ada, run.Id, default))!.Tops[2].Tracks[^1].ArtistNames[^1]);
    }

    [MongoFact]
    public async Task It_can_be_maintained_again_and_again_and_answers()
    {
        await History.MaintainAsync(default);
        await History.MaintainAsync(default);
        Assert.True(await History.PingAsync(default));
    }

    [MongoFact]
    public async Task Runs_that_are_older_than_is_kept_go_and_current_documents_stay()
    {
        var history = KeepingDays(30);
        var (old, recent) = (Run(Ada, 1, "Nina"), Run(Ada, 2, "Nina") with { FinishedAt = DateTimeOffset.UtcNow });
        foreach (var run in (SyncRun[])[old, recent]) await history.AppendAsync(run, default);
        await history.SaveCurrentAsync(Current(old, TimeRange.ShortTerm), default);
        await history.MaintainAsync(default);
        await Eventually.IsTrueAsync(async () =>
            await history.CountAsync(Ada, default) == 1, "the old run is gone", TimeSpan.FromSeconds(90));
        Assert.NotNull(await history.FindAsync(Ada, recent.Id, default));
        Assert.Single(await history.ListCurrentAsync(Ada, default));
    }
}
