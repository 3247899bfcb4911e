using Personalify.Api.Access;
using Personalify.Api.Catalog;
using Personalify.Api.Errors;
using Personalify.Api.Listening;
using Personalify.Api.Users;
using Personalify.Domain.Listening;
using Personalify.Domain.Moods;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Moods;

[ExtendObjectType(typeof(Track))]
[Authorize(Policies.SignedIn)]
public static class TrackMoodField
{
    [Cost(BatchedLoad.Cost)]
    [GraphQLDescription("What the words of the title say, or the listener of it; null while no model has read the title.")]
    public static async Task<TrackMood?> GetMoodAsync(
        [Parent] Track track, TrackMoodByIdDataLoader moods, CancellationToken cancellationToken) =>
        await moods.LoadAsync(track.Id, cancellationToken) is { } mood ? mood with { Title = track.Name } : null;
}

[ObjectType<TrackMood>]
public static class TrackMoodType
{
    [Cost(BatchedLoad.Cost)]
    [ListSize(AssumedSize = 5, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription(MoodTexts.Words)]
    public static IReadOnlyList<MoodWord> GetWords(
        [Parent] TrackMood mood, MoodWords words, [GraphQLDescription(MoodTexts.FirstWords)] int first = 5) =>
        mood.Model == words.Model ? words.Of(mood.Title, mood.Mood ?? mood.MostProbable, first) : [];
}

[ObjectType<TitleMood>]
public static class TitleMoodType
{
    [Cost(BatchedLoad.Cost)]
    [ListSize(AssumedSize = 5, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription(MoodTexts.Words)]
    public static IReadOnlyList<MoodWord> GetWords(
        [Parent] TitleMood mood, MoodWords words, [GraphQLDescription(MoodTexts.FirstWords)] int first = 5) =>
        words.Of(mood.Title, mood.Mood ?? mood.MostProbable, first);
}

/// <summary>The words that weighed, by the model that is in use.</summary>
public sealed class MoodWords(IMoodModel model)
{
    private const int Most = 50;

    public MoodModelIdentity Model => model.Identity;

    /// <exception cref="GraphQLException">So many words are not given out.</exception>
    public IReadOnlyList<MoodWord> Of(string title, Mood? mood, int first)
    {
        if (first is < 1 or > Most)
            throw new GraphQLException($"The argument 'first' may ask for 1 to {Most} words; it is {first}.", ArgumentErrors.InvalidSize);
        return mood is { } asked
            ? [.. model.Weigh(title, asked).Take(first).Select(word => new MoodWord(word.Word, MoodChances.Rounded(word.Share)))]
            : [];
    }
}

[ExtendObjectType(typeof(User))]
[Authorize(Policies.OwnData)]
public static class UserMoods
{
    [GraphQLDescription("Which moods the titles of the plays have that the arguments let through, put together in one way. Most titles "
        + "tell none: cannotTell is an answer.")]
    public static ListenedMoods? GetMoods(
        [Parent] User user, [GraphQLDescription(ListeningArguments.Period)] PeriodInput? period,
        [GraphQLDescription(ListeningArguments.Play)] PlayDefinition play = PlayDefinition.ThirtySeconds,
        [GraphQLDescription("What the plays are put together by.")] MoodGrouping by = MoodGrouping.Total) =>
        UserListening.GetListening(user, period, filter: null, play) is { } listening ? new ListenedMoods(listening, by) : null;

    [GraphQLDescription("How many of the listener's tracks have a mood, and how far a model in use has read their titles.")]
    public static Task<MoodCoverage> GetMoodCoverageAsync(
        [Parent] User user, MoodCoverageStore store, CancellationToken cancellationToken) => store.FindAsync(user.Id, cancellationToken);
}
