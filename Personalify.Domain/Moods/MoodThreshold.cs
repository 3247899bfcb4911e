namespace Personalify.Domain.Moods;

/// <summary>From which probability on a mood is told. Below it the answer is "cannot tell".</summary>
public static class MoodThreshold
{
    /// <summary>The threshold that holds where a listener has not chosen another one: more probable than not.</summary>
    public const float Default = 0.5f;

    /// <summary>The most probable mood if it reaches the threshold; <c>null</c> is "cannot tell".</summary>
    /// <param name="probabilities">What the model says.</param>
    /// <param name="threshold">The least probability that is told.</param>
    public static Mood? Tell(MoodProbabilities probabilities, float threshold = Default)
    {
        var (mood, probability) = probabilities.Highest;
        return probability >= threshold ? mood : null;
    }
}
