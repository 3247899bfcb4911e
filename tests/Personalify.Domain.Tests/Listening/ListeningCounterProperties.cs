using FsCheck;
using FsCheck.Fluent;
using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

/// <summary>Whatever was played, wherever and however it is asked: the counter and the naive model agree.</summary>
public sealed class ListeningCounterProperties
{
    // New York and Lord Howe (half an hour) change their clocks; St. John's did so at one minute past midnight, which makes a day return.
    private static readonly string[] Zones =
        ["UTC", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns", "Pacific/Kiritimati", "Pacific/Pago_Pago"];

    private static readonly Gen<NaivePlay> Play =
        from second in Gen.OneOf(Gen.Choose(0, 2 * 366 * 86_400), Gen.Choose(0, 40).Select(step => step * 450_000))
        from track in Gen.Choose(1, 60)
        from milliseconds in Gen.OneOf(Gen.Choose(0, 400_000), Gen.Constant(60_000))
        from flags in Gen.Choose(0, 7)
        from platform in Gen.Choose(0, 3)
        select new NaivePlay(
            new DateTimeOffset(2009, 10, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second), track, milliseconds, (PlayFlags)flags, (byte)platform);

    private static readonly Gen<NaiveFilter?> Filter = Gen.OneOf(
        Gen.Constant<NaiveFilter?>(null),
        from artist in Maybe(Gen.Choose(1, 9))
        from album in Maybe(Gen.Choose(1, 21))
        from track in Maybe(Gen.Choose(1, 60))
        from platform in Maybe(Gen.Elements(Platform.Android, Platform.Ios, Platform.Desktop))
        from hours in Gen.OneOf(Gen.Constant<IReadOnlyList<int>?>(null), Gen.Choose(0, 23).ListOf().Select(hours => (IReadOnlyList<int>?)hours.ToList()))
        from days in Gen.OneOf(
            Gen.Constant<IReadOnlyList<Weekday>?>(null),
            Gen.Elements(Enum.GetValues<Weekday>()).ListOf().Select(days => (IReadOnlyList<Weekday>?)days.ToList()))
        select (NaiveFilter?)new NaiveFilter(artist, album, track, platform, hours, days));

    private static readonly Gen<DateOnly?> Day =
        Gen.OneOf(Gen.Constant<DateOnly?>(null), Gen.Choose(-20, 760).Select(day => (DateOnly?)new DateOnly(2009, 10, 1).AddDays(day)));

    private static readonly Gen<Case> Cases =
        from plays in Play.ListOf()
        from zone in Gen.Elements(Zones)
        from one in Day
        from other in Day
        from definition in Gen.Elements(Enum.GetValues<PlayDefinition>())
        from first in Gen.Choose(0, 12)
        from filter in Filter
        let period = one is { } a && other is { } b && a > b ? PeriodBounds.Between(b, a) : PeriodBounds.Between(one, other)
        select new Case(plays, zone, period, definition, first, filter);

    [Fact]
    public void Totals_agree() => Holds((sums, model, _) =>
    {
        Assert.Equal(model.Plays.Count(), sums.Plays);
        Assert.Equal(model.Plays.Sum(play => (long)play.MsPlayed), sums.MsPlayed);
        Assert.Equal(model.Items, sums.Items);
        Assert.Equal(model.NewArtists, sums.NewArtists);
    });

    [Fact]
    public void Hours_agree() => Holds((sums, model, _) =>
    {
        Assert.Equal(model.ByWeekdayHour, sums.ByWeekdayHour);
        Assert.Equal(model.Plays.Count(), sums.ByHour.Sum(hour => hour.Plays));
    });

    [Fact]
    public void Days_agree() => Holds((sums, model, _) => Assert.Equal(model.ByDay, sums.ByDay));

    [Fact]
    public void Rankings_agree() => Holds((sums, model, test) => Assert.All(
        PackedMonths.EveryTop(test.First), top => Assert.Equal(model.Top(top.Kind, top.By, top.First), sums.Top(top.Kind, top.By, top.First))));

    [Fact]
    public void The_first_and_the_last_play_agree() => Holds((sums, model, _) =>
    {
        Assert.Equal(MarkOf(model.InOrder.FirstOrDefault()), sums.First);
        Assert.Equal(MarkOf(model.InOrder.LastOrDefault()), sums.Last);
    });

    [Fact]
    public void A_rank_is_the_place_in_the_whole_ranking() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases.ToArbitrary(), test =>
        {
            RankQuestion[] ranks = [.. from top in PackedMonths.EveryTop(0) from id in new[] { 0, 1, 5, 99, -1 } select new RankQuestion(top.Kind, id, top.By)];
            var question = new ListeningQuestion(test.Period, test.Definition, ListeningParts.None, []) { Filter = test.Asked, Ranks = ranks };
            var sums = PackedMonths.Sum(test.Plays, test.TimeZone, question);
            Assert.All(ranks, rank => Assert.Equal(test.Model.Rank(rank), sums.Rank(rank)));
        }));

    [Fact]
    public void What_is_new_has_no_play_before_the_period() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases.ToArbitrary(), test =>
        {
            NewQuestion[] items =
                [.. from kind in Enum.GetValues<TopKind>() from id in new[] { 1, 2, 5, 9, 99 } select new NewQuestion(kind, id)];
            var question = new ListeningQuestion(test.Period, test.Definition, ListeningParts.None, [])
            {
                Filter = test.Asked, News = items,
            };
            var sums = PackedMonths.Sum(test.Plays, test.TimeZone, question);
            Assert.All(items, item => Assert.Equal(test.Model.IsNew(item), sums.IsNew(item)));
        }));

    [Fact]
    public void Months_before_the_period_make_no_difference_but_to_new_artists() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases.Where(test => test.Period.From is not null).ToArbitrary(), test =>
        {
            var question = new ListeningQuestion(test.Period, test.Definition, ListeningParts.NewArtists, []) { Filter = test.Asked };
            var month = new DateTimeOffset(test.Period.From!.Value.AddDays(-2), TimeOnly.MinValue, TimeSpan.Zero);
            using var counter = new ListeningCounter(question, ZoneClock.Of(test.TimeZone));
            var sorted = test.Plays.OrderBy(play => play.EndedAt).ToList();
            counter.AddEarlier(PackedMonths.Pack([.. sorted.Where(play => play.EndedAt < month)], question.EarlierColumns));
            counter.Add(PackedMonths.Pack([.. sorted.Where(play => play.EndedAt >= month)], question.Columns));
            Assert.Equal(test.Model.NewArtists, counter.ToSums().NewArtists);
        }));

    private static void Holds(Action<ListeningSums, NaiveListening, Case> assertion) => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases.ToArbitrary(), test => assertion(test.Sums, test.Model, test)));

    private static Gen<T?> Maybe<T>(Gen<T> values)
        where T : struct => Gen.Frequency((3, Gen.Constant<T?>(null)), (1, values.Select(value => (T?)value)));

    private static PlayMark? MarkOf(NaivePlay? play) =>
        play is null ? null : new PlayMark(PlayTime.ToSeconds(play.EndedAt), play.Track, play.MsPlayed);

    public sealed record Case(
        IReadOnlyList<NaivePlay> Plays, string Zone, PeriodBounds Period, PlayDefinition Definition, int First, NaiveFilter? Filter)
    {
        public ListeningFilter Asked => Filter?.Filter ?? ListeningFilter.None;

        public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

        public ListeningSums Sums => PackedMonths.Sum(Plays, TimeZone, PackedMonths.Question(Period, Definition, First) with { Filter = Asked });

        public NaiveListening Model => new(Plays, TimeZone, Period, Definition, Filter);
    }
}
