using Npgsql;
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
    [ListSize(AssumedSize = 7)]
    [GraphQLDescription("The 100th, 500th, 1000th … play of the filter's one artist, album or track, counted from the first that is "
        + "counted here; none when the filter names none or several.")]
    public static async Task<IReadOnlyList<Milestone>> GetMilestonesAsync(
        [Parent] PeriodListening listening, MilestoneLoader milestones, UserByIdDataLoader users, CancellationToken cancellationToken)
    {
        if (listening.Filter.Item is null) return [];
        var zone = (await users.LoadRequiredAsync(listening.UserId, cancellationToken)).TimeZone;
        return await milestones.LoadRequiredAsync(new PlaysQuery(listening, zone, PlayOrder.OldestFirst), cancellationToken);
    }
}

/// <summary>Finds the milestones of listenings, all in one round trip.</summary>
public sealed class MilestoneLoader(NpgsqlDataSource main, IBatchScheduler scheduler)
    : BatchDataLoader<PlaysQuery, IReadOnlyList<Milestone>>(scheduler)
{
    private static readonly int[] Numbers = [100, 500, 1_000, 5_000, 10_000, 50_000, 100_000];

    protected override async Task<IReadOnlyDictionary<PlaysQuery, IReadOnlyList<Milestone>>> LoadBatchAsync(
        IReadOnlyList<PlaysQuery> keys, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        foreach (var key in keys) batch.BatchCommands.Add(PlaysSql.Numbered(key, Numbers));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var milestones = new Dictionary<PlaysQuery, IReadOnlyList<Milestone>>();
        foreach (var key in keys)
        {
            var plays = await PlayRow.ReadAllAsync(reader, cancellationToken);
            milestones[key] = [.. Numbers.Zip(plays, (number, play) => new Milestone(number, play))];
            await reader.NextResultAsync(cancellationToken);
        }

        return milestones;
    }
}
