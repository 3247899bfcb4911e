using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

[GraphQLName("MoodProbabilities")]
[GraphQLDescription("How probable each mood is, 0 to 1. Each for itself: a title may carry two moods or none, so they need not add up to "
    + "1.")]
public sealed record MoodChances(
    [property: GraphQLDescription("Anger, annoyance, disapproval.")] double Anger,
    [property: GraphQLDescription("Disgust.")] double Disgust,
    [property: GraphQLDescription("Fear, nervousness.")] double Fear,
    [property: GraphQLDescription("Joy, love, gratitude, admiration, amusement and what else is glad.")] double Joy,
    [property: GraphQLDescription("The words are read and carry none of the six.")] double Neutral,
    [property: GraphQLDescription("Sadness, disappointment, grief, remorse.")] double Sadness,
    [property: GraphQLDescription("Surprise, curiosity, confusion.")] double Surprise)
{
    /// <summary>Four digits, which is more than a model knows.</summary>
    public static MoodChances Of(MoodProbabilities told) => new(
        Rounded(told.Anger), Rounded(told.Disgust), Rounded(told.Fear), Rounded(told.Joy), Rounded(told.Neutral), Rounded(told.Sadness),
        Rounded(told.Surprise));

    public static double Rounded(float probability) => Math.Round((double)probability, 4);

    [GraphQLIgnore]
    public (Mood Mood, double Probability) Highest()
    {
        ReadOnlySpan<double> all = [Anger, Disgust, Fear, Joy, Neutral, Sadness, Surprise];
        var highest = 0;
        for (var i = 1; i < all.Length; i++)
        {
            if (all[i] > all[highest]) highest = i;
        }

        return ((Mood)highest, all[highest]);
    }
}

[GraphQLDescription("A word of a title with what it did for a mood.")]
public sealed record MoodWord(
    [property: GraphQLDescription("As the title writes it.")] string Word,
    [property: GraphQLDescription("Its part of what all words that speak for the mood do together, 0 to 1.")] double Share);
