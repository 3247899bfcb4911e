using Personalify.Domain.Listening;
using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Listening;

/// <summary>Plays by mood: every way of putting them together, in a zone whose days begin at another time than UTC's.</summary>
public sealed class MoodSumsTests
{
    private static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    // In New York: Thursday 29 February 2024, 23:30; Friday, 0:30 and 23:10; Saturday 30 March, 23:59:59; Monday 1 April, 0:00. Track 9 was
    // not read.
    private static readonly NaivePlay[] Plays =
    [
        Play("2024-03-01T04:30:00Z", track: 1, ms: 1_000), Play("2024-03-01T05:30:00Z", track: 1, ms: 2_000),
        Play("2024-03-02T04:10:00Z", track: 2, ms: 4_000), Play("2024-03-31T03:59:59Z", track: 8, ms: 8_000),
        Play("2024-04-01T04:00:00Z", track: 9, ms: 16_000),
    ];

    [Fact]
    public void Each_answer_is_counted_for_itself_and_what_was_not_read_is_none_of_them()
    {
        var group = Assert.Single(Sum(MoodGrouping.Total));

        Assert.Equal(0, group.Key);
        Assert.Equal([0, 0, 0, 2, 0, 1, 0, 1, 1], group.Plays);
        Assert.Equal([0, 0, 0, 3_000, 0, 4_000, 0, 8_000, 16_000], group.MsPlayed);
    }

    [Theory]
    [InlineData(MoodGrouping.Hour, "0: 2, 23: 3")]
    [InlineData(MoodGrouping.Weekday, "1: 1, 4: 1, 5: 2, 6: 1")]
    [InlineData(MoodGrouping.Month, "2024-02: 1, 2024-03: 3, 2024-04: 1")]
    [InlineData(MoodGrouping.Artist, "1: 3, 2: 2")]
    public void Plays_belong_to_the_hour_the_weekday_and_the_month_in_which_they_ended_where_the_listener_is(
        MoodGrouping by, string expected) =>
        Assert.Equal(expected, string.Join(", ", Sum(by).Select(group => $"{Written(by, group.Key)}: {group.Plays.Sum()}")));

    [Fact]
    public void Several_ways_are_walked_at_once_and_one_that_was_not_asked_for_is_refused()
    {
        var sums = Sums(MoodGrouping.Hour, MoodGrouping.Month);

        Assert.Equal((2, 3), (sums.Moods(MoodGrouping.Hour).Count, sums.Moods(MoodGrouping.Month).Count));
        Assert.Throws<InvalidOperationException>(() => sums.Moods(MoodGrouping.Artist));
    }

    [Fact]
    public void Tracks_before_between_and_after_those_that_were_read_are_not_read()
    {
        var answers = Answers();

        Assert.Equal(
            [TrackMoods.NotScored, (int)Mood.Joy, TrackMoods.NotScored, TrackMoods.CannotTell, TrackMoods.NotScored, TrackMoods.NotScored],
            new[] { 0, 1, 3, 8, 9, int.MaxValue }.Select(answers.Of));
    }

    private static TrackMoods Answers()
    {
        var answers = new TrackMoods();
        answers.Set(1, Mood.Joy);
        answers.Set(2, Mood.Sadness);
        answers.Set(8, null);
        return answers;
    }

    private static IReadOnlyList<MoodGroup> Sum(MoodGrouping by) => Sums(by).Moods(by);

    private static ListeningSums Sums(params MoodGrouping[] ways)
    {
        var answers = Answers();
        return PackedMonths.Sum(Plays, NewYork, new ListeningQuestion(default, PlayDefinition.Any, ListeningParts.None, [])
        {
            Moods = [.. ways.Select(by => new MoodQuestion(by, answers))],
        });
    }

    private static string Written(MoodGrouping by, int key) =>
        by == MoodGrouping.Month ? $"{key / 12}-{key % 12 + 1:00}" : $"{key}";

    private static NaivePlay Play(string endedAt, int track, int ms) =>
        new(DateTimeOffset.Parse(endedAt, System.Globalization.CultureInfo.InvariantCulture), track, ms, default);
}
