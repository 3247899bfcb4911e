using Personalify.Api.Listening;
using Personalify.Domain.Listening;
using Personalify.Domain.Moods;

namespace Personalify.Api.Moods;

[GraphQLName("Moods")]
[GraphQLDescription("The moods of the titles that were heard in a period. Every number counts the same plays as listening does.")]
public sealed record ListenedMoods(
    [GraphQLIgnore] PeriodListening Of,
    [GraphQLDescription("What the plays are put together by.")] MoodGrouping By)
{
    [GraphQLDescription("What counts as a play here.")]
    public PlayDefinition Play => Of.Play;
}

[GraphQLName("MoodGroup")]
[GraphQLDescription("Plays that belong together, by the moods of their titles.")]
public sealed record ListenedMoodGroup(
    [GraphQLIgnore] int? ArtistNumber, [GraphQLIgnore] int UserId,
    [GraphQLDescription("0 to 23 of the listener's day, if they are put together by HOUR.")] int? Hour,
    [GraphQLDescription("The day of the listener's week, if they are put together by WEEKDAY.")] Weekday? Weekday,
    [GraphQLDescription("The first day of the month, if they are put together by MONTH.")] DateOnly? Month,
    [GraphQLDescription("How many plays there are.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [property: ListSize(AssumedSize = MoodProbabilities.Count)]
    [GraphQLDescription("One for each of the seven moods, in the order of Mood; NEUTRAL has none but those that the listener has "
        + "corrected to it.")]
    IReadOnlyList<MoodPart> Moods,
    [GraphQLDescription("Plays of titles that were read and tell no mood.")] MoodAmount CannotTell,
    [GraphQLDescription("Plays of titles that no model has read yet.")] MoodAmount NotRead);

[GraphQLDescription("The plays of one mood.")]
public sealed record MoodPart(
    [property: GraphQLDescription("Which mood.")] Mood Mood,
    [property: GraphQLDescription("How many plays.")] int Plays,
    [property: GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [property: GraphQLDescription("The part of all plays of the group, 0 to 1.")] double PlaysShare,
    [property: GraphQLDescription("The part of all milliseconds of the group, 0 to 1.")] double MsShare);

[GraphQLDescription("Some of the plays of a group.")]
public sealed record MoodAmount(
    [property: GraphQLDescription("How many plays.")] int Plays,
    [property: GraphQLDescription("Their milliseconds.")] long MsPlayed,
    [property: GraphQLDescription("The part of all plays of the group, 0 to 1.")] double PlaysShare,
    [property: GraphQLDescription("The part of all milliseconds of the group, 0 to 1.")] double MsShare);

[GraphQLDescription("A track whose title is typical of a mood.")]
public sealed record TypicalTrack(
    [GraphQLIgnore] long TrackId,
    [GraphQLDescription("The probability of the mood, 0 to 1; null where only the listener says so.")] double? Probability,
    [GraphQLDescription("Whether the listener has said so.")] bool IsCorrected,
    [GraphQLDescription("How many plays are counted.")] int Plays,
    [GraphQLDescription("Their milliseconds.")] long MsPlayed);

[GraphQLDescription("How many of a listener's tracks have a mood.")]
public sealed record MoodCoverage(
    [property: GraphQLDescription("All of the listener's tracks.")] int Tracks,
    [property: GraphQLDescription("Those whose title was read by the model whose answers are shown.")] int Read,
    [property: GraphQLDescription("Those whose mood is told, by the model or by the listener.")] int Told,
    [property: GraphQLDescription("Those that the listener has corrected.")] int Corrected,
    [property: GraphQLDescription(
        "Those that the model in use has still to read; another model's answers are shown until none is left.")] int Waiting);
