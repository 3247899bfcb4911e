using FsCheck;
using FsCheck.Fluent;
using Personalify.Domain.Sync;

namespace Personalify.Domain.Tests.Sync;

public sealed class PolledOverlapTests
{
    private static readonly OverlapKey Track = new(IsNames: false, 7);
    private static readonly OverlapKey Names = new(IsNames: true, 7);

    [Theory]
    [InlineData(240, true)]
    [InlineData(241, false)]
    [InlineData(-240, true)]
    [InlineData(-241, false)]
    public void The_same_play_stands_at_most_the_tracks_length_and_a_minute_away(int seconds, bool isSame) =>
        Assert.Equal(isSame, PolledOverlap.Match([Polled(1, 0), Exported(1, seconds)]).Count == 1);

    [Fact]
    public void A_track_of_unknown_length_has_the_minute_alone() => Assert.Equal(60_000_000, PolledOverlap.ReachOf(null));

    [Fact]
    public void One_is_one_and_the_nearest() =>
        Assert.Equal([(2, 1)], PolledOverlap.Match([Polled(1, 0), Polled(2, 20), Polled(3, 90), Exported(1, 40)]));

    [Fact]
    public void A_play_that_lost_the_nearest_takes_the_next() =>
        Assert.Equal([(1, 1), (2, 2)], PolledOverlap.Match([Polled(1, 0), Polled(2, 30), Exported(1, 5), Exported(2, 100)]));

    [Fact]
    public void A_short_track_does_not_stand_in_the_way_of_a_long_one() =>
        Assert.Equal([(1, 1)], PolledOverlap.Match([Polled(1, 0), Polled(2, 10) with { Reach = 60_000_000 }, Exported(1, 200)]));

    [Fact]
    public void Another_track_is_another_play() =>
        Assert.Empty(PolledOverlap.Match([Polled(1, 0), Exported(1, 0) with { Key = new OverlapKey(false, 8) }]));

    [Fact]
    public void A_number_of_a_track_is_no_name() => Assert.Empty(PolledOverlap.Match([Polled(1, 0), Exported(1, 0) with { Key = Names }]));

    [Fact]
    public void A_play_under_two_keys_is_one_play_all_the_same() =>
        Assert.Equal([(1, 2)], PolledOverlap.Match(
            [Polled(1, 0), Polled(1, 0) with { Key = Names }, Exported(1, 20), Exported(2, 10) with { Key = Names }]));

    /// <summary>The obvious way: all pairs in the order of their distances, and each play once.</summary>
    [Fact]
    public void It_finds_what_looking_at_all_pairs_finds() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3_000), Prop.ForAll(Rows.ToArbitrary(), rows =>
            MatchByAllPairs(rows).Order().SequenceEqual(PolledOverlap.Match(rows).Order())));

    [Fact]
    public void The_order_of_the_rows_makes_no_difference() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Rows.ToArbitrary(), rows =>
            PolledOverlap.Match(rows).Order().SequenceEqual(PolledOverlap.Match(rows.Reverse()).Order())));

    [Fact]
    public void Many_plays_at_one_moment_cost_no_square()
    {
        var rows = Enumerable.Range(0, 30_000).SelectMany(number => (PolledOverlapRow[])[Polled(number, 0), Exported(number, number % 60)]);
        Assert.Equal(30_000, PolledOverlap.Match(rows).Count);
    }

    /// <summary>Few keys and much in little time, with reaches that differ, so that plays stand in each other's way.</summary>
    private static Gen<PolledOverlapRow[]> Rows =>
        from polled in PlaysOf(true)
        from exported in PlaysOf(false)
        select polled.Concat(exported).ToArray();

    private static Gen<IEnumerable<PolledOverlapRow>> PlaysOf(bool isPolled) =>
        from seconds in Gen.Choose(0, 400).ListOf()
        from reaches in Gen.Choose(0, 3).ArrayOf(100)
        from keys in Gen.Choose(0, 5).ArrayOf(100)
        select seconds.Take(100).SelectMany((second, number) => KeysOf(keys[number]).Select(key => new PolledOverlapRow(
            number, isPolled, key, second * 1_000_000L, isPolled ? PolledOverlap.ReachOf(reaches[number] * 50_000) : 0)));

    private static OverlapKey[] KeysOf(int number) => number switch { 0 => [Track, Names], 1 or 2 => [Names], _ => [Track] };

    private static List<(int, int)> MatchByAllPairs(PolledOverlapRow[] rows)
    {
        var pairs = from polled in rows
                    where polled.IsPolled
                    from exported in rows
                    where !exported.IsPolled && exported.Key == polled.Key && Math.Abs(exported.At - polled.At) <= polled.Reach
                    orderby Math.Abs(exported.At - polled.At), exported.At, polled.At, exported.Play, polled.Play
                    select (Polled: polled.Play, Exported: exported.Play);
        var (matches, polledTaken, exportedTaken) = (new List<(int, int)>(), new HashSet<int>(), new HashSet<int>());
        foreach (var pair in pairs)
        {
            if (polledTaken.Contains(pair.Polled) || exportedTaken.Contains(pair.Exported)) continue;
            polledTaken.Add(pair.Polled);
            exportedTaken.Add(pair.Exported);
            matches.Add(pair);
        }

        return matches;
    }

    private static PolledOverlapRow Polled(int play, int second) =>
        new(play, IsPolled: true, Track, second * 1_000_000L, PolledOverlap.ReachOf(180_000));

    private static PolledOverlapRow Exported(int play, int second) => new(play, IsPolled: false, Track, second * 1_000_000L, 0);
}
