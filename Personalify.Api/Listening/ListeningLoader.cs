using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening;

/// <summary>What a field wants to know of one listening: a part, a ranking, a rank, whether an item is new, or none (the
/// totals, which every answer has).</summary>
public sealed record ListeningKey(
    PeriodListening Of, ListeningParts Part = ListeningParts.None, TopQuestion? Top = null, RankQuestion? Rank = null,
    NewQuestion? New = null);

/// <summary>
/// Makes one question of all that the fields of a <see cref="PeriodListening"/> want to know: the months are fetched once and walked over
/// once, however many fields are selected, and what is not selected is neither fetched nor summed. Listenings of one period share what is
/// fetched, so a share of the whole and a rank in it cost no further statement.
/// </summary>
public sealed class ListeningLoader(ListeningStore store, IBatchScheduler scheduler)
    : BatchDataLoader<ListeningKey, ListeningSums>(scheduler)
{
    // Several periods in one request (this year and the last, say) are summed side by side, but a request shall not take all connections.
    private const int SideBySide = 4;

    public Task<ListeningSums> LoadAsync(PeriodListening of, ListeningParts part, CancellationToken cancellationToken) =>
        LoadRequiredAsync(new ListeningKey(of, part), cancellationToken);

    public async Task<TopRanking> LoadTopAsync(PeriodListening of, TopQuestion top, CancellationToken cancellationToken) =>
        (await LoadRequiredAsync(new ListeningKey(of, Top: top), cancellationToken)).Ranking(top.Kind, top.By);

    /// <summary>The rank of an item among all of the same period and definition.</summary>
    public async Task<int?> LoadRankAsync(PeriodListening of, RankQuestion rank, CancellationToken cancellationToken) =>
        (await LoadRequiredAsync(new ListeningKey(of.Whole, Rank: rank), cancellationToken)).Rank(rank);

    /// <summary>Whether an item has its first play ever in the period, by the definition of a play and whatever is filtered.</summary>
    public async Task<bool> LoadIsNewAsync(PeriodListening of, TopKind kind, long id, CancellationToken cancellationToken)
    {
        if (of.Bounds.From is null) return true;
        var question = new NewQuestion(kind, CatalogId.NumberOf(id));
        return (await LoadRequiredAsync(new ListeningKey(of.Whole, New: question), cancellationToken)).IsNew(question);
    }

    protected override async Task<IReadOnlyDictionary<ListeningKey, ListeningSums>> LoadBatchAsync(
        IReadOnlyList<ListeningKey> keys, CancellationToken cancellationToken)
    {
        var periods = keys.GroupBy(key => (key.Of.UserId, key.Of.Clock, key.Of.Bounds)).ToList();
        var sums = new IEnumerable<KeyValuePair<ListeningKey, ListeningSums>>[periods.Count];
        await Parallel.ForAsync(
            0, periods.Count, new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken },
            async (i, token) => sums[i] = await SumAsync([.. periods[i].GroupBy(key => key.Of)], token));
        return sums.SelectMany(each => each).ToDictionary();
    }

    private async Task<IEnumerable<KeyValuePair<ListeningKey, ListeningSums>>> SumAsync(
        IReadOnlyList<IGrouping<PeriodListening, ListeningKey>> listenings, CancellationToken cancellationToken)
    {
        var of = listenings[0].Key;
        var sums = await store.SumAsync(of.UserId, of.Clock, [.. listenings.Select(Question)], cancellationToken);
        return listenings.Zip(sums).SelectMany(pair => pair.First.Select(key => KeyValuePair.Create(key, pair.Second)));
    }

    private static ListeningQuestion Question(IGrouping<PeriodListening, ListeningKey> keys)
    {
        var parts = keys.Aggregate(ListeningParts.None, (all, key) => all | key.Part);
        return new ListeningQuestion(keys.Key.Bounds, keys.Key.Play, parts, [.. keys.Select(key => key.Top).OfType<TopQuestion>()])
        {
            Filter = keys.Key.Filter,
            Ranks = [.. keys.Select(key => key.Rank).OfType<RankQuestion>()],
            News = [.. keys.Select(key => key.New).OfType<NewQuestion>()],
        };
    }
}
