using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

public sealed class PlayRulesTests
{
    [Theory]
    [InlineData(29_999, false)]
    [InlineData(30_000, true)]
    public void Thirty_seconds_count_from_the_thirtieth_on(int milliseconds, bool counts) =>
        Assert.Equal(counts, Has(new PlayFacts(milliseconds), PlayFlags.ThirtySeconds));

    [Theory]
    [InlineData(100_000, 200_000, true)]
    [InlineData(100_000, 200_001, false)]
    [InlineData(100_000, 200_002, false)]
    [InlineData(240_000, int.MaxValue, true)]
    [InlineData(239_999, int.MaxValue, false)]
    [InlineData(int.MaxValue, 1, true)]
    public void Half_of_a_known_length_counts_and_four_minutes_of_any(int milliseconds, int duration, bool counts) =>
        Assert.Equal(counts, Has(new PlayFacts(milliseconds, duration, PlayRules.TrackDone), PlayFlags.HalfOrFourMinutes));

    [Theory]
    [InlineData(1_000, PlayRules.TrackDone, true)]
    [InlineData(239_999, "fwdbtn", false)]
    [InlineData(239_999, null, false)]
    [InlineData(240_000, null, true)]
    public void Without_a_length_a_finished_play_counts_and_four_minutes(int milliseconds, string? reasonEnd, bool counts) =>
        Assert.Equal(counts, Has(new PlayFacts(milliseconds, null, reasonEnd), PlayFlags.HalfOrFourMinutes));

    [Theory]
    [InlineData(PlayRules.TrackDone, true)]
    [InlineData("endplay", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void A_play_is_finished_when_the_export_says_so(string? reasonEnd, bool finished) =>
        Assert.Equal(finished, Has(new PlayFacts(0, null, reasonEnd), PlayFlags.Finished));

    [Fact]
    public void A_play_whose_length_is_assumed_is_half_of_its_track_and_not_finished() => Assert.Equal(
        PlayFlags.HalfOrFourMinutes, PlayRules.FlagsOf(new PlayFacts(1_000) { IsLengthAssumed = true }));

    [Fact]
    public void What_is_unknown_is_never_taken_for_yes() => Assert.Equal(PlayFlags.None, PlayRules.FlagsOf(new PlayFacts(0)));

    [Fact]
    public void What_is_known_is_kept() => Assert.Equal(
        PlayFlags.Skipped | PlayFlags.Shuffle | PlayFlags.Offline | PlayFlags.Incognito | PlayFlags.AccountData,
        PlayRules.FlagsOf(new PlayFacts(0, IsAccountData: true) { Skipped = true, Shuffle = true, Offline = true, Incognito = true }));

    [Fact]
    public void A_definition_that_does_not_exist_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => PlayRules.Required((PlayDefinition)9));

    private static bool Has(PlayFacts play, PlayFlags flag) => PlayRules.FlagsOf(play).HasFlag(flag);
}
