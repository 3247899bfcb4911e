using Personalify.Api.Listening;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;
using Personalify.Domain.Moods;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Moods;

/// <summary>
/// Sums up plays by mood: the months of a period are read once and walked over once, however many ways there are to put them together, and
/// the moods of a listener's tracks are read once.
/// </summary>
public sealed class ListenedMoodsLoader(ListeningStore listening, TrackMoodStore moods, IBatchScheduler scheduler)
    : BatchDataLoader<ListenedMoods, IReadOnlyList<MoodGroup>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<ListenedMoods, IReadOnlyList<MoodGroup>>> LoadBatchAsync(
        IReadOnlyList<ListenedMoods> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<ListenedMoods, IReadOnlyList<MoodGroup>>();
        foreach (var listener in keys.GroupBy(key => key.Of.UserId))
        {
            var answers = await moods.FindAnswersAsync(listener.Key, cancellationToken);
            foreach (var period in listener.GroupBy(key => key.Of))
            {
                var sums = await SumAsync(period.Key, [.. period.Select(key => new MoodQuestion(key.By, answers))], cancellationToken);
                foreach (var key in period) found[key] = sums.Moods(key.By);
            }
        }

        return found;
    }

    private Task<ListeningSums> SumAsync(PeriodListening of, IReadOnlyList<MoodQuestion> questions, CancellationToken cancellationToken) =>
        listening.SumAsync(
            of.UserId, of.Clock,
            new ListeningQuestion(of.Bounds, of.Play, ListeningParts.None, []) { Filter = of.Filter, Moods = questions },
            cancellationToken);
}

/// <summary>Tracks that are asked for: of which plays, of which mood, and how many.</summary>
public sealed record TypicalKey(PeriodListening Of, Mood Mood, int First);

/// <summary>Finds typical tracks: all moods of a period by one statement.</summary>
public sealed class TypicalTracksLoader(ListeningLoader listening, TypicalTracksStore store, IBatchScheduler scheduler)
    : BatchDataLoader<TypicalKey, IReadOnlyList<TypicalTrack>>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<TypicalKey, IReadOnlyList<TypicalTrack>>> LoadBatchAsync(
        IReadOnlyList<TypicalKey> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<TypicalKey, IReadOnlyList<TypicalTrack>>();
        foreach (var period in keys.GroupBy(key => key.Of))
        {
            var heard = await HeardAsync(period.Key, cancellationToken);
            var rows = await store.FindAsync(period.Key.UserId, heard, Moods(period), period.Max(key => key.First), cancellationToken);
            foreach (var key in period) found[key] = [.. rows[key.Mood].Take(key.First).Select(row => Of(key, row, heard[row.Track]))];
        }

        return found;
    }

    private static Mood[] Moods(IEnumerable<TypicalKey> keys) => [.. keys.Select(key => key.Mood).Distinct()];

    private static TypicalTrack Of(TypicalKey key, TypicalRow row, TopEntry heard) =>
        new(CatalogId.Of(key.Of.UserId, row.Track), row.Probability, row.IsCorrected, heard.Plays, heard.MsPlayed);

    /// <summary>Every track of the period with its plays, by its number.</summary>
    private async Task<IReadOnlyDictionary<int, TopEntry>> HeardAsync(PeriodListening of, CancellationToken cancellationToken)
    {
        var all = await listening.LoadTopAsync(of, new TopQuestion(TopKind.Tracks, TopOrder.Plays, int.MaxValue), cancellationToken);
        return all.Entries.ToDictionary(entry => entry.Id);
    }
}
