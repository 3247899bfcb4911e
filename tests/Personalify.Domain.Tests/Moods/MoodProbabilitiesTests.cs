using Personalify.Domain.Moods;

namespace Personalify.Domain.Tests.Moods;

public sealed class MoodProbabilitiesTests
{
    private static readonly MoodProbabilities Sad = new(0.1f, 0.05f, 0.2f, 0.3f, 0.35f, 0.6f, 0.01f);

    [Fact]
    public void Each_mood_has_its_probability() =>
        Assert.Equal(
            [0.1f, 0.05f, 0.2f, 0.3f, 0.35f, 0.6f, 0.01f],
            Enum.GetValues<Mood>().Select(mood => Sad[mood]));

    [Fact]
    public void Probabilities_are_taken_from_a_list_in_the_moods_order() =>
        Assert.Equal(Sad, MoodProbabilities.Of([0.1f, 0.05f, 0.2f, 0.3f, 0.35f, 0.6f, 0.01f]));

    [Fact]
    public void A_list_of_another_length_is_refused() => Assert.Throws<ArgumentException>(() => MoodProbabilities.Of([0.1f]));

    [Fact]
    public void A_value_that_is_no_mood_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Sad[(Mood)7]);

    [Fact]
    public void The_highest_is_found_and_of_equal_ones_the_first()
    {
        Assert.Equal((Mood.Sadness, 0.6f), Sad.Highest);
        Assert.Equal((Mood.Disgust, 0.5f), new MoodProbabilities(0, 0.5f, 0, 0.5f, 0, 0, 0).Highest);
    }

    [Theory]
    [InlineData(0.5f, Mood.Sadness)]
    [InlineData(0.6f, Mood.Sadness)]
    [InlineData(0.61f, null)]
    public void A_mood_is_told_from_the_threshold_on(float threshold, Mood? told) => Assert.Equal(told, MoodThreshold.Tell(Sad, threshold));

    [Fact]
    public void Below_one_half_nothing_is_told_unless_asked_for() =>
        Assert.Null(MoodThreshold.Tell(new MoodProbabilities(0.49f, 0, 0, 0, 0, 0, 0)));
}
