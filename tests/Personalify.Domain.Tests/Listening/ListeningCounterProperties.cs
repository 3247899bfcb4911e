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
        select new NaivePlay(new DateTimeOffset(2009, 10, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(second), track, milliseconds, (PlayFlags)flags);

    private static readonly Gen<DateOnly?> Day =
        Gen.OneOf(Gen.Constant<DateOnly?>(null), Gen.Choose(-20, 760).Select(day => (DateOnly?)new DateOnly(2009, 10, 1).AddDays(day)));

    private static readonly Gen<Case> Cases =
        from plays in Play.ListOf()
        from zone in Gen.Elements(Zones)
        from one in Day
        from other in Day
        from definition in Gen.Elements(Enum.GetValues<PlayDefinition>())
        from first in Gen.Choose(0, 12)
        let period = one is { } a && other is { } b && a > b ? PeriodBounds.Between(b, a) : PeriodBounds.Between(one, other)
        select new Case(plays, zone, period, definition, first);

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
    public void Months_before_the_period_make_no_difference_but_to_new_artists() => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases.Where(test => test.Period.From is not null).ToArbitrary(), test =>
        {
            var question = new ListeningQuestion(test.Period, test.Definition, ListeningParts.NewArtists, []);
            var month = new DateTimeOffset(test.Period.From!.Value.AddDays(-2), TimeOnly.MinValue, TimeSpan.Zero);
            using var counter = new ListeningCounter(question, ZoneClock.Of(test.TimeZone));
            var sorted = test.Plays.OrderBy(play => play.EndedAt).ToList();
            counter.AddEarlier(PackedMonths.Pack([.. sorted.Where(play => play.EndedAt < month)], question.EarlierColumns));
            counter.Add(PackedMonths.Pack([.. sorted.Where(play => play.EndedAt >= month)], question.Columns));
            Assert.Equal(test.Model.NewArtists, counter.ToSums().NewArtists);
        }));

    private static void Holds(Action<ListeningSums, NaiveListening, Case> assertion) => Check.One(
        Config.QuickThrowOnFailure, Prop.ForAll(Cases.ToArbitrary(), test => assertion(test.Sums, test.Model, test)));

    public sealed record Case(IReadOnlyList<NaivePlay> Plays, string Zone, PeriodBounds Period, PlayDefinition Definition, int First)
    {
        public TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

        public ListeningSums Sums => PackedMonths.Sum(Plays, TimeZone, Period, Definition, First);

        public NaiveListening Model => new(Plays, TimeZone, Period, Definition);
    }
}
