using Personalify.Web.Formatting;

namespace Personalify.Web.Tests.Formatting;

public sealed class FormatTests
{
    private const long Second = 1000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData((45 * Second) + 999, "45 s")]
    [InlineData((59 * Minute) + (59 * Second), "59 min")]
    [InlineData(Hour, "1 h")]
    [InlineData((10 * Hour) + (12 * Minute), "10 h 12 min")]
    [InlineData((99 * Hour) + (59 * Minute), "99 h 59 min")]
    [InlineData(412 * Hour, "412 h")]
    [InlineData(8_946 * Hour, "8,946 h")]
    public void Listening_time_is_as_precise_as_it_is_of_use(long milliseconds, string expected) =>
        Assert.Equal(expected, Plain(Format.Duration(milliseconds)));

    [Fact]
    public void Where_the_style_keeps_a_line_together_spaces_are_plain() =>
        Assert.Equal("1 h 1 min on 9 Jun 2025", Format.Plain($"{Format.Duration(Hour + Minute)} on {Format.Day(new DateOnly(2025, 6, 9))}"));

    [Theory]
    [InlineData(45 * Second, "45", "s")]
    [InlineData(8 * Minute, "8", "min")]
    [InlineData((5 * Hour) + (24 * Minute), "5.4", "h")]
    [InlineData((30 * Hour) + (36 * Minute), "30.6", "h")]
    [InlineData((99 * Hour) + (59 * Minute), "99.9", "h")]
    [InlineData((412 * Hour) + (40 * Minute), "412", "h")]
    public void A_figure_has_one_unit(long milliseconds, string number, string unit) =>
        Assert.Equal((number, unit), Format.Whole(milliseconds));

    [Fact]
    public void Two_places_never_disagree_about_the_hours()
    {
        for (var milliseconds = Hour; milliseconds < 200 * Hour; milliseconds += (7 * Minute) + (13 * Second))
        {
            var figure = double.Parse(Format.Whole(milliseconds).Number, null);
            var words = Plain(Format.Duration(milliseconds)).Split(' ');
            var inWords = double.Parse(words[0], null) + (words.Length > 2 ? double.Parse(words[2], null) / 60 : 0);
            Assert.InRange(inWords - figure, -1e-9, 0.1 - 1e-9);
        }
    }

    [Theory]
    [InlineData(0, "0:00")]
    [InlineData(187 * Second, "3:07")]
    [InlineData((5 * Hour) + (30 * Minute) + (1 * Second), "5:30:01")]
    [InlineData(25 * Hour, "25:00:00")]
    public void A_play_shows_its_length_like_a_player(long milliseconds, string expected) => Assert.Equal(expected, Format.Clock(milliseconds));

    [Theory]
    [InlineData("2025-02-09", "2025-02-09", "9 Feb 2025")]
    [InlineData("2025-01-14", "2025-03-02", "14 Jan – 2 Mar 2025")]
    [InlineData("2024-11-27", "2025-11-26", "27 Nov 2024 – 26 Nov 2025")]
    public void Days_name_the_year_as_often_as_needed(string from, string to, string expected) =>
        Assert.Equal(expected, Plain(Format.Days(DateOnly.Parse(from, null), DateOnly.Parse(to, null))));

    [Theory]
    [InlineData(1, "1 play")]
    [InlineData(0, "0 plays")]
    [InlineData(10_000_000, "10,000,000 plays")]
    public void Counts_agree_with_their_word(long count, string expected) => Assert.Equal(expected, Format.Count(count, "play", "plays"));

    [Theory]
    [InlineData(999, "999 B")]
    [InlineData(3_400_000, "3.4 MB")]
    [InlineData(2_000_000_000, "2 GB")]
    public void Sizes_are_decimal(long bytes, string expected) => Assert.Equal(expected, Plain(Format.Bytes(bytes)));

    [Fact]
    public void A_unit_never_leaves_its_number() => Assert.Equal("412\u202fh", Format.Duration(412 * Hour));

    private static string Plain(string text) => text.Replace('\u202f', ' ').Replace('\u00a0', ' ');
}
