namespace Personalify.Domain.Moods;

/// <summary>From which probability on a mood is told. Below it the answer is "cannot tell".</summary>
public static class MoodThreshold
{
    /// <summary>The threshold that holds where a listener has not chosen another one: more probable than not.</summary>
    public const float Default = 0.5f;

    /// <summary>
    /// The most probable mood if it reaches the threshold; <c>null</c> is "cannot tell". Neutral is no mood to tell: of "Sun" or "Home" the
    /// model knows only that their words taught it nothing, which says nothing of the song.
    /// </summary>
    /// <param name="probabilities">What the model says.</param>
    /// <param name="threshold">The least probability that is told.</param>
    public static Mood? Tell(MoodProbabilities probabilities, float threshold = Default)
    {
        var (mood, probability) = probabilities.Highest;
        return mood != Mood.Neutral && probability >= threshold ? mood : null;
    }
}
