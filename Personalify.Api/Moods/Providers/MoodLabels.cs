using Personalify.Domain.Moods;

namespace Personalify.Api.Moods.Providers;

/// <summary>
/// Turns what a classifier calls its classes into the seven moods: by their own names, by other words for them, and by the 28 of GoEmotions
/// in the grouping of its authors.
/// </summary>
public sealed class MoodLabels
{
    private static readonly Dictionary<string, Mood> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly Mood[] _moods;

    static MoodLabels()
    {
        Add(Mood.Anger, "anger", "angry", "annoyance", "disapproval");
        Add(Mood.Disgust, "disgust", "disgusted");
        Add(Mood.Fear, "fear", "fearful", "scared", "afraid", "nervousness");
        Add(Mood.Joy, "joy", "joyful", "happy", "happiness", "love", "admiration", "amusement", "approval", "caring", "desire",
            "excitement", "gratitude", "optimism", "pride", "relief");
        Add(Mood.Neutral, "neutral", "others", "other");
        Add(Mood.Sadness, "sadness", "sad", "disappointment", "embarrassment", "grief", "remorse");
        Add(Mood.Surprise, "surprise", "surprised", "confusion", "curiosity", "realization");
    }

    private MoodLabels(Mood[] moods) => _moods = moods;

    public int Count => _moods.Length;

    /// <summary>The moods of a classifier's labels in their order; null, and a sentence, where a label is none of them.</summary>
    public static MoodLabels? Read(IReadOnlyList<string> labels, out string? problem)
    {
        var unknown = labels.Where(label => !Known.ContainsKey(label.Trim())).Take(3).ToList();
        var moods = labels.Where(label => Known.ContainsKey(label.Trim())).Select(label => Known[label.Trim()]).ToArray();
        problem = (labels.Count, unknown.Count) switch
        {
            ( < 2, _) => $"It has {labels.Count} labels; a classifier of moods has at least two.",
            (_, > 0) => $"Its label '{unknown[0]}' is none of anger, disgust, fear, joy, neutral, sadness and surprise, nor another word "
                + $"for one "
                + "that is known here. Name the labels so, or choose a model of emotions.",
            _ => null,
        };
        return problem is null ? new MoodLabels(moods) : null;
    }

    /// <summary>
    /// The probabilities of labels as those of moods. Where a mood has several labels, they add up if all labels share one probability, and
    /// else the most probable of them counts. A mood without a label has 0.
    /// </summary>
    public MoodProbabilities Of(ReadOnlySpan<float> probabilities)
    {
        var total = 0f;
        foreach (var probability in probabilities) total += probability;
        var isShared = total is > 0.98f and < 1.02f;
        Span<float> moods = stackalloc float[MoodProbabilities.Count];
        moods.Clear();
        for (var i = 0; i < _moods.Length; i++)
        {
            ref var mood = ref moods[(int)_moods[i]];
            mood = isShared ? mood + probabilities[i] : Math.Max(mood, probabilities[i]);
        }

        foreach (ref var mood in moods) mood = Math.Clamp(mood, 0f, 1f);
        return MoodProbabilities.Of(moods);
    }

    private static void Add(Mood mood, params ReadOnlySpan<string> words)
    {
        foreach (var word in words) Known[word] = mood;
    }
}
