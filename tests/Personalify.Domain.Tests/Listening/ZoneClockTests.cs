using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

public sealed class ZoneClockTests
{
    [Fact]
    public void Every_zone_of_the_system_has_the_offset_that_the_system_says_at_every_hour_around_its_changes()
    {
        foreach (var zone in TimeZoneInfo.GetSystemTimeZones())
        {
            foreach (var span in ZoneClock.Of(zone).SpansBetween(0, PlayTime.ToSeconds(new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero))))
            {
                int[] seconds = [span.Start, (int)((span.Start + (long)span.End) / 2), span.End - 1];
                Assert.All(seconds, second => Assert.Equal(zone.GetUtcOffset(PlayTime.FromSeconds(second)).TotalSeconds, span.Offset));
            }
        }
    }

    [Fact]
    public void Spans_lie_end_to_end_and_cover_all_time()
    {
        var spans = Clock("Europe/Berlin").SpansBetween(0, int.MaxValue).ToArray();
        Assert.Equal(0, spans[0].Start);
        Assert.Equal(PlayTime.End, PlayTime.FromSeconds(spans[^1].End));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.Equal(pair.First.End, pair.Second.Start));
        Assert.All(spans.Zip(spans.Skip(1)), pair => Assert.NotEqual(pair.First.Offset, pair.Second.Offset));
    }

    [Fact]
    public void A_zone_without_changes_is_one_span() => Assert.Equal(1, ZoneClock.Of(TimeZoneInfo.Utc).SpansBetween(0, int.MaxValue).Length);

    [Theory]
    [InlineData("Europe/Berlin", "2024-03-31T00:59:59Z", "2024-03-31")]
    [InlineData("Europe/Berlin", "2024-12-31T23:00:00Z", "2025-01-01")]
    [InlineData("America/St_Johns", "2010-11-07T02:30:30Z", "2010-11-07")]
    [InlineData("America/St_Johns", "2010-11-07T02:31:00Z", "2010-11-06")]
    public void A_moment_has_its_local_date(string zone, string moment, string date)
    {
        Assert.Equal(date, $"{Clock(zone).DateOf(PlayTime.ToSeconds(At(moment))):yyyy-MM-dd}");
    }

    [Fact]
    public void A_period_is_one_stretch_of_time_but_where_a_day_came_back()
    {
        var day = PeriodBounds.Between(new(2010, 11, 6), new(2010, 11, 6));
        Assert.Single(Clock("Europe/Berlin").RangesOf(day));
        Assert.Equal(
            [(At("2010-11-06T02:30:00Z"), At("2010-11-07T02:30:00Z")), (At("2010-11-07T02:31:00Z"), At("2010-11-07T03:30:00Z"))],
            Clock("America/St_Johns").RangesOf(day));
    }

    [Fact]
    public void A_period_outside_of_all_time_is_no_stretch_and_an_open_one_is_all_time()
    {
        Assert.Empty(Clock("Europe/Berlin").RangesOf(PeriodBounds.Between(new(2070, 1, 1), null)));
        Assert.Empty(Clock("Europe/Berlin").RangesOf(PeriodBounds.Between(null, new(1999, 1, 1))));
        Assert.Equal((PlayTime.Start, PlayTime.End), Assert.Single(Clock("Europe/Berlin").RangesOf(default)));
    }

    private static ZoneClock Clock(string zone) => ZoneClock.Of(TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, System.Globalization.CultureInfo.InvariantCulture);
}
