using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

public sealed class ListeningCounterTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    private static readonly TimeZoneInfo Kathmandu = TimeZoneInfo.FindSystemTimeZoneById("Asia/Kathmandu");

    [Fact]
    public void Nothing_played_sums_to_nothing()
    {
        var sums = PackedMonths.Sum([], Berlin);
        Assert.Equal((0, 0L, default), (sums.Plays, sums.MsPlayed, sums.Items));
        Assert.Empty(sums.ByDay);
        Assert.Empty(sums.Top(TopKind.Artists, TopOrder.Time, 10));
        Assert.Equal(168, sums.ByWeekdayHour.Count);
        Assert.Null(Streak.Longest(sums.ByDay));
    }

    [Fact]
    public void A_play_belongs_to_the_day_and_hour_in_which_it_ended()
    {
        var sums = PackedMonths.Sum([Play("2024-02-29T22:59:59Z"), Play("2024-02-29T23:00:00Z")], Berlin);
        Assert.Equal([new DateOnly(2024, 2, 29), new DateOnly(2024, 3, 1)], sums.ByDay.Select(day => day.Day));
        Assert.Equal([23, 0], sums.ByWeekdayHour.Where(hour => hour.Plays > 0).OrderBy(hour => hour.Weekday).Select(hour => hour.Hour));
    }

    [Fact]
    public void The_hour_that_comes_twice_in_autumn_counts_both_times()
    {
        var sums = PackedMonths.Sum([Play("2024-10-27T00:30:00Z"), Play("2024-10-27T01:30:00Z")], Berlin);
        Assert.Equal(new WeekdayHourListening(Weekday.Sunday, 2, 2, 120_000), sums.ByWeekdayHour.Single(hour => hour.Plays > 0));
    }

    [Fact]
    public void The_hour_that_is_missing_in_spring_stays_empty()
    {
        var sums = PackedMonths.Sum([Play("2024-03-31T00:59:59Z"), Play("2024-03-31T01:00:00Z")], Berlin);
        Assert.Equal([1, 3], sums.ByWeekdayHour.Where(hour => hour.Plays > 0).Select(hour => hour.Hour));
    }

    [Fact]
    public void A_zone_three_quarters_of_an_hour_off_has_its_own_hours()
    {
        var sums = PackedMonths.Sum([Play("2024-01-01T18:14:59Z"), Play("2024-01-01T18:15:00Z")], Kathmandu);
        Assert.Equal([new WeekdayHourListening(Weekday.Monday, 23, 1, 60_000), new WeekdayHourListening(Weekday.Tuesday, 0, 1, 60_000)], sums.ByWeekdayHour.Where(hour => hour.Plays > 0));
    }

    [Fact]
    public void Plays_of_one_second_all_count()
    {
        var second = "2024-01-01T12:00:00Z";
        var sums = PackedMonths.Sum([Play(second, 1), Play(second, 1), Play(second, 2)], Berlin);
        Assert.Equal((3, 2), (sums.Plays, sums.Items.Tracks));
    }

    [Fact]
    public void Equal_time_is_ranked_by_plays_and_equal_plays_by_id()
    {
        var sums = PackedMonths.Sum(
            [Play("2024-01-01T12:00:00Z", 3, 100), Play("2024-01-01T12:00:01Z", 2, 100), Play("2024-01-01T12:00:02Z", 1, 50), Play("2024-01-01T12:00:03Z", 1, 50)], Berlin);
        Assert.Equal([1, 2, 3], sums.Top(TopKind.Tracks, TopOrder.Time, 10).Select(track => track.Id));
        Assert.Equal([1, 2, 3], sums.Top(TopKind.Tracks, TopOrder.Time, 10).Select(track => track.Rank));
    }

    [Fact]
    public void The_first_and_the_last_second_of_all_time_have_their_day()
    {
        var plays = new[] { Play("2000-01-01T00:00:00Z"), Play("2067-12-31T23:59:59Z") };
        Assert.Equal(["1999-12-31", "2067-12-31"], Days(plays, "Pacific/Pago_Pago"));
        Assert.Equal(["2000-01-01", "2068-01-01"], Days(plays, "Pacific/Kiritimati"));

        static IEnumerable<string> Days(NaivePlay[] plays, string zone) =>
            PackedMonths.Sum(plays, TimeZoneInfo.FindSystemTimeZoneById(zone)).ByDay.Select(day => $"{day.Day:yyyy-MM-dd}");
    }

    [Fact]
    public void What_was_not_asked_is_refused_and_its_columns_are_not_read()
    {
        var question = new ListeningQuestion(default, PlayDefinition.Any, ListeningParts.Days, []);
        var sums = PackedMonths.Sum([Play("2024-01-01T12:00:00Z")], Berlin, question);
        Assert.Equal(PlayColumnSet.Ended | PlayColumnSet.Milliseconds, question.Columns);
        Assert.Single(sums.ByDay);
        Assert.Throws<InvalidOperationException>(() => sums.Items);
        Assert.Throws<InvalidOperationException>(() => sums.Top(TopKind.Tracks, TopOrder.Time, 1));
    }

    [Fact]
    public void Columns_that_do_not_fit_one_another_are_refused_with_the_way_out()
    {
        using var counter = new ListeningCounter(new(default, PlayDefinition.Any, ListeningParts.None, []), ZoneClock.Of(Berlin));
        var failure = Assert.Throws<InvalidDataException>(() => counter.Add(new PlayColumns { Count = 2, Ended = new byte[8], Milliseconds = new byte[4] }));
        Assert.Contains("4 bytes where its plays need 8. Run the command verify", failure.Message, StringComparison.Ordinal);
    }

    private static NaivePlay Play(string endedAt, int track = 1, int milliseconds = 60_000) =>
        new(DateTimeOffset.Parse(endedAt, System.Globalization.CultureInfo.InvariantCulture), track, milliseconds, PlayFlags.ThirtySeconds);
}
