using Personalify.Api.Access;
using Personalify.Api.Errors;
using Personalify.Domain.Moods;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Moods;

[QueryType]
[Authorize(Policies.SignedIn)]
public static class MoodQueries
{
    [Cost(10)]
    [GraphQLDescription("What the words of a title say, whatever listener has it.")]
    public static async Task<TitleMood?> GetTitleMoodAsync(
        [GraphQLDescription("At most 1000 characters.")] string title, TitleMoods moods, CancellationToken cancellationToken) =>
        (await moods.ScoreAsync([title], cancellationToken))[0];

    [Cost(20)]
    [ListSize(AssumedSize = TitleMoods.Most)]
    [GraphQLDescription("What the words of titles say, in their order.")]
    public static Task<IReadOnlyList<TitleMood>> GetTitleMoodsAsync(
        [GraphQLDescription("At most 100, of at most 1000 characters each.")] IReadOnlyList<string> titles, TitleMoods moods,
        CancellationToken cancellationToken) => moods.ScoreAsync(titles, cancellationToken);

    [GraphQLDescription("The model that reads titles on this server, and what is known of it.")]
    public static MoodModelFacts GetMoodModel(IMoodModel model) => MoodModelFacts.Of(model);
}

/// <summary>Titles that are asked about one by one, not as a listener's tracks.</summary>
public sealed class TitleMoods(IMoodModel model)
{
    public const int Most = 100;
    private const int MostCharacters = 1_000;

    /// <exception cref="GraphQLException">Too many, one that is too long, or a model that cannot answer now.</exception>
    public async Task<IReadOnlyList<TitleMood>> ScoreAsync(IReadOnlyList<string> titles, CancellationToken cancellationToken)
    {
        Check(titles);
        try
        {
            var answers = await model.ScoreAsync(titles, cancellationToken);
            return [.. titles.Zip(answers, Of)];
        }
        catch (MoodModelException away)
        {
            throw new GraphQLException(away.Message, ArgumentErrors.MoodModelAway);
        }
    }

    private static TitleMood Of(string title, MoodProbabilities? told) => new(
        title, TitleCleaning.Clean(title), told is { } known ? MoodChances.Of(known) : null,
        told is { } scored ? MoodThreshold.Tell(scored) : null);

    private static void Check(IReadOnlyList<string> titles)
    {
        if (titles.Count > Most)
            throw new GraphQLException($"The argument 'titles' may have {Most} titles; it has {titles.Count}.", ArgumentErrors.InvalidSize);
        if (titles.FirstOrDefault(title => title.Length > MostCharacters) is { } tooLong)
        {
            throw new GraphQLException(
                $"A title may have {MostCharacters} characters; one has {tooLong.Length}.", ArgumentErrors.InvalidText);
        }
    }
}
