using Personalify.Domain.Listening;
using Personalify.GraphQL.DataLoading;
using Personalify.GraphQL.Errors;

namespace Personalify.Api.Listening;

/// <summary>What a field wants to know of one listening: a part, a ranking, or neither (the totals, which every answer has).</summary>
public sealed record ListeningKey(PeriodListening Of, ListeningParts Part = ListeningParts.None, TopQuestion? Top = null);

/// <summary>
/// Makes one question of all that the fields of a <see cref="PeriodListening"/> want to know: the months are fetched and walked
/// over once, however many fields are selected, and what nobody selected is neither fetched nor summed.
/// </summary>
public sealed class ListeningLoader(ListeningStore store, IBatchScheduler scheduler)
    : BatchDataLoader<ListeningKey, ListeningSums>(scheduler)
{
    // Several periods in one request (this year and the last, say) are summed side by side, but a request shall not take all connections.
    private const int SideBySide = 4;

    // What a list of rankings may hold, so that one field cannot ask for a whole catalogue.
    private const int MaxTop = 500;

    public Task<ListeningSums> LoadAsync(PeriodListening of, ListeningParts part, CancellationToken cancellationToken) =>
        LoadRequiredAsync(new ListeningKey(of, part), cancellationToken);

    public async Task<IReadOnlyList<TopEntry>> LoadTopAsync(PeriodListening of, TopQuestion top, CancellationToken cancellationToken)
    {
        if (top.First is < 1 or > MaxTop) throw new GraphQLException($"first must be 1..{MaxTop}, was {top.First}.");
        var sums = await LoadRequiredAsync(new ListeningKey(of, Top: top), cancellationToken);
        return sums.Top(top.Kind, top.By, top.First);
    }

    protected override async Task<IReadOnlyDictionary<ListeningKey, ListeningSums>> LoadBatchAsync(
        IReadOnlyList<ListeningKey> keys, CancellationToken cancellationToken)
    {
        var groups = keys.GroupBy(key => key.Of).ToList();
        var sums = new ListeningSums[groups.Count];
        await Parallel.ForAsync(
            0, groups.Count, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (i, token) => sums[i] = await SumAsync(groups[i], token));
        return groups.Zip(sums).SelectMany(pair => pair.First.Select(key => (key, pair.Second))).ToDictionary();
    }

    private Task<ListeningSums> SumAsync(IGrouping<PeriodListening, ListeningKey> keys, CancellationToken cancellationToken)
    {
        var of = keys.Key;
        var parts = keys.Aggregate(ListeningParts.None, (all, key) => all | key.Part);
        var question = new ListeningQuestion(of.Bounds, of.Play, parts, [.. keys.Select(key => key.Top).OfType<TopQuestion>()]);
        return store.SumAsync(of.UserId, of.Clock, question, cancellationToken);
    }
}
