namespace Personalify.Domain.Moods;

/// <summary>
/// How probable each mood is, calibrated and each for itself: a title may carry two moods or none, so they do not add up to 1.
/// </summary>
/// <param name="Anger">The probability of <see cref="Mood.Anger"/>, from 0 to 1.</param>
/// <param name="Disgust">The probability of <see cref="Mood.Disgust"/>, from 0 to 1.</param>
/// <param name="Fear">The probability of <see cref="Mood.Fear"/>, from 0 to 1.</param>
/// <param name="Joy">The probability of <see cref="Mood.Joy"/>, from 0 to 1.</param>
/// <param name="Neutral">The probability of <see cref="Mood.Neutral"/>, from 0 to 1.</param>
/// <param name="Sadness">The probability of <see cref="Mood.Sadness"/>, from 0 to 1.</param>
/// <param name="Surprise">The probability of <see cref="Mood.Surprise"/>, from 0 to 1.</param>
public readonly record struct MoodProbabilities(
    float Anger, float Disgust, float Fear, float Joy, float Neutral, float Sadness, float Surprise)
{
    /// <summary>How many moods there are.</summary>
    public const int Count = 7;

    /// <summary>The probability of one mood.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is none of the moods.</exception>
    public float this[Mood mood] => mood switch
    {
        Mood.Anger => Anger,
        Mood.Disgust => Disgust,
        Mood.Fear => Fear,
        Mood.Joy => Joy,
        Mood.Neutral => Neutral,
        Mood.Sadness => Sadness,
        Mood.Surprise => Surprise,
        _ => throw new ArgumentOutOfRangeException(
            nameof(mood), mood, $"There is no mood {(int)mood}; moods are numbered 0 to {Count - 1}."),
    };

    /// <summary>The most probable mood and its probability; of equal ones the first in the order of <see cref="Moods.Mood"/>.</summary>
    public (Mood Mood, float Probability) Highest
    {
        get
        {
            var highest = Mood.Anger;
            for (var mood = Mood.Disgust; mood <= Mood.Surprise; mood++)
            {
                if (this[mood] > this[highest]) highest = mood;
            }
            return (highest, this[highest]);
        }
    }

    /// <summary>The probabilities of a list in the order of <see cref="Moods.Mood"/>.</summary>
    /// <exception cref="ArgumentException">The list does not hold seven.</exception>
    public static MoodProbabilities Of(ReadOnlySpan<float> values) => values.Length == Count
        ? new(values[0], values[1], values[2], values[3], values[4], values[5], values[6])
        : throw new ArgumentException($"{values.Length} probabilities were given; there are {Count} moods.", nameof(values));
}
