using Personalify.Api.Users;
using Personalify.Domain.Listening;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening;

[GraphQLDescription("A play with a round number.")]
public sealed record Milestone(
    [GraphQLDescription("The how many-eth play it is: 100, 500, 1000, 5000, 10000, 50000 or 100000.")] int Number,
    [GraphQLDescription("The play.")] Play Play);

[ExtendObjectType(typeof(PeriodListening))]
public static class Milestones
{
    private static readonly int[] Numbers = [100, 500, 1_000, 5_000, 10_000, 50_000, 100_000];

    [ListSize(AssumedSize = 7)]
    [GraphQLDescription("The 100th, 500th, 1000th … play of the filter's one artist, album or track, counted from the first that is "
        + "counted here; none when the filter names none or several.")]
    public static async Task<IReadOnlyList<Milestone>> GetMilestonesAsync(
        [Parent] PeriodListening listening, PlaysStore store, UserByIdDataLoader users, CancellationToken cancellationToken)
    {
        if (listening.Filter.Item is null) return [];
        var zone = (await users.LoadRequiredAsync(listening.UserId, cancellationToken)).TimeZone;
        var query = new PlaysQuery(listening, zone, PlayOrder.OldestFirst);
        var plays = await store.FindNumberedAsync(query, Numbers, cancellationToken);
        return [.. Numbers.Zip(plays, (number, play) => new Milestone(number, play))];
    }
}
