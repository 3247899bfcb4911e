using Personalify.Api.Data;
using Personalify.Domain.Catalog;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>
/// A page of a ranking. Its cursors are ranks: a ranking is counted anew for each page, from the top down to where the page ends, or whole
/// where it is read from its end.
/// </summary>
public readonly record struct TopPage
{
    private readonly KeysetPage _page;
    private readonly int _after;
    private readonly int? _before;

    private TopPage(PagingArguments paging) =>
        (_page, _after, _before) =
            (new KeysetPage(paging), IdCursor.Parse(paging.After, "after") ?? 0, IdCursor.Parse(paging.Before, "before"));

    public static TopPage Of(PagingArguments paging) => new(paging);

    /// <summary>How many entries of the ranking are needed, from its top.</summary>
    private int Needed
    {
        get
        {
            var end = _before - 1 ?? int.MaxValue;
            return _page.IsBackward ? end : (int)Math.Min(end, (long)_after + _page.RowsToRead);
        }
    }

    public async Task<Connection<T>?> ReadAsync<T>(
        PeriodListening listening, TopKind kind, TopOrder by, ListeningLoader loader, Func<TopEntry, long, T> make, Func<T, int> rankOf,
        CancellationToken cancellationToken)
    {
        var ranking = await loader.LoadTopAsync(listening, new TopQuestion(kind, by, Needed), cancellationToken);
        var entries = Cut(ranking.Entries).Select(entry => make(entry, CatalogId.Of(listening.UserId, entry.Id))).ToList();
        return _page.Of(entries, entry => IdCursor.Of(rankOf(entry))) with { CountAsync = _ => new(ranking.Total) };
    }

    /// <summary>What lies between the cursors, in reading direction, one entry more than the page has.</summary>
    private IEnumerable<TopEntry> Cut(IReadOnlyList<TopEntry> entries)
    {
        var between = entries.Take(Needed).Skip(_after);
        return (_page.IsBackward ? between.Reverse() : between).Take(_page.RowsToRead);
    }
}
