using System.Text.Json.Serialization;
using Personalify.Domain.Catalog;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

[GraphQLDescription("What the words of a track's title say, and what the listener says of it. It is not the mood of the music.")]
public sealed record TrackMood
{
    [GraphQLIgnore]
    public int UserId { get; init; }

    [GraphQLIgnore]
    public int TrackNumber { get; init; }

    [GraphQLIgnore]
    [JsonIgnore]
    public long TrackId => CatalogId.Of(UserId, TrackNumber);

    /// <summary>Set by the track that asks.</summary>
    [GraphQLIgnore]
    [JsonIgnore]
    public string Title { get; init; } = "";

    [GraphQLDescription("The listener's own word if there is one, else what the model tells; null is “cannot tell”.")]
    [JsonIgnore]
    public Mood? Mood => CorrectedMood ?? ModelMood;

    [GraphQLDescription("Whether the listener has corrected it.")]
    [JsonIgnore]
    public bool IsCorrected => CorrectedMood is not null;

    [GraphQLIgnore]
    public Mood? CorrectedMood { get; init; }

    [GraphQLDescription("When the listener has corrected it, UTC; null where they have not.")]
    public DateTimeOffset? CorrectedAt { get; init; }

    [GraphQLDescription("What the model tells, whatever the listener says: its most probable mood if that is not neutral and reaches the "
        + "threshold; null is “cannot tell”.")]
    public Mood? ModelMood { get; init; }

    [GraphQLDescription(MoodTexts.Probabilities)]
    public MoodChances? Probabilities { get; init; }

    [GraphQLDescription(MoodTexts.MostProbable)]
    [JsonIgnore]
    public Mood? MostProbable => Probabilities?.Highest().Mood;

    [GraphQLDescription(MoodTexts.Confidence)]
    [JsonIgnore]
    public double? Confidence => Probabilities?.Highest().Probability;

    [GraphQLDescription("The model that scored the title; null where none has and only the listener's word is there.")]
    public MoodModelIdentity? Model { get; init; }
}

[GraphQLDescription("What the words of a title say. It is not the mood of the music.")]
public sealed record TitleMood(
    [property: GraphQLDescription("The title as it was asked about.")] string Title,
    [property: GraphQLDescription("What of it was read: without featured artists, remarks on the recording and numbering. Empty where "
        + "nothing is left.")]
    string Name,
    [property: GraphQLDescription(MoodTexts.Probabilities)] MoodChances? Probabilities,
    [property: GraphQLDescription(
        "The most probable mood if it is not neutral and reaches the threshold; null is “cannot tell”.")] Mood? Mood)
{
    [GraphQLDescription(MoodTexts.MostProbable)]
    public Mood? MostProbable => Probabilities?.Highest().Mood;

    [GraphQLDescription(MoodTexts.Confidence)]
    public double? Confidence => Probabilities?.Highest().Probability;
}

/// <summary>What moods of tracks and of titles say of themselves in the same words.</summary>
internal static class MoodTexts
{
    public const string Probabilities = "Null where the model does not know the words, so that it has no probabilities to give.";
    public const string MostProbable = "The most probable of the seven, told or not; null without probabilities.";
    public const string Confidence = "The probability of the most probable one, 0 to 1; null without probabilities.";
    public const string Words = "The words that speak most for the mood (mood, else mostProbable), those that weigh most first. Empty "
        + "where the model cannot say: a remote one, one that is not in use any more, and words that it does not know.";
    public const string FirstWords = "At most so many, 1 to 50.";
}
