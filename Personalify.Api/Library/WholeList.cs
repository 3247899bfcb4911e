using System.Globalization;
using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Errors;

namespace Personalify.Api.Library;

/// <summary>A list from its first entry to its last, or to the limit.</summary>
/// <param name="Rows">In Spotify's order.</param>
/// <param name="LeftOut">How many entries lie beyond the limit.</param>
internal sealed record WholeList<TRow>(IReadOnlyList<TRow> Rows, int LeftOut);

/// <summary>
/// Reads lists completely or not at all: what is missing from an incomplete one would be taken for removed. Each page is asked for once.
/// </summary>
/// <param name="what">The list, for a sentence: <c>saved tracks</c>.</param>
/// <param name="most">How many entries are read at most.</param>
/// <param name="fetched">Told how many entries have come so far.</param>
internal sealed class WholeListReader(string what, int most, Action<int> fetched)
{
    private const int MostReadings = 3;

    /// <param name="open">Begins a reading.</param>
    /// <param name="take">Makes rows of a page, and keeps what else it says.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="IncompleteListException">Spotify did not give all of it.</exception>
    public async Task<WholeList<TRow>> ReadAsync<T, TRow>(
        Func<ListPages<T>> open, Func<IReadOnlyList<T>, CancellationToken, Task<IEnumerable<TRow>>> take,
            CancellationToken cancellationToken)
        where T : class
    {
        for (var reading = 1; reading <= MostReadings; reading++)
        {
            if (await ReadOnceAsync(open(), take, cancellationToken) is { } whole) return whole;
        }

        throw IncompleteListException.Changing(what, MostReadings);
    }

    /// <summary>Null when the list changed meanwhile, so that its pages do not fit together.</summary>
    private async Task<WholeList<TRow>?> ReadOnceAsync<T, TRow>(
        ListPages<T> next, Func<IReadOnlyList<T>, CancellationToken, Task<IEnumerable<TRow>>> take, CancellationToken cancellationToken)
        where T : class
    {
        var rows = new List<TRow>();
        int? total = null;
        for (var pages = 0; pages < SpotifyClient.MaxPages; pages++)
        {
            var page = await next(cancellationToken);
            if (page.Items is not { } items) throw IncompleteListException.Broken(what, rows.Count);
            if (total is not null && page.Total is not null && total != page.Total) return null;
            total ??= page.Total;
            rows.AddRange(await take([.. items.OfType<T>()], cancellationToken));
            fetched(rows.Count);
            if (rows.Count >= most && !(page.IsLast && rows.Count == most)) return Cut(rows, total);
            if (!page.IsLast && items.Count > 0) continue;
            return page.Position < total ? throw IncompleteListException.Short(what, rows.Count, total.Value) : new(rows, 0);
        }

        throw IncompleteListException.Short(what, rows.Count, total ?? rows.Count);
    }

    private WholeList<TRow> Cut<TRow>(List<TRow> rows, int? total)
    {
        var kept = rows.Take(most).ToList();
        return new WholeList<TRow>(kept, Math.Max(rows.Count, total ?? 0) - kept.Count);
    }
}

/// <summary>A list of Spotify's did not come completely, so that the one kept before stays.</summary>
public sealed class IncompleteListException : APIException
{
    private IncompleteListException(string message)
        : base(message, APIFailure.Without("GET (a list)"))
    {
    }

    internal static IncompleteListException Broken(string what, int read) => new(string.Create(CultureInfo.InvariantCulture,
        $"Spotify's answer for the {what} lacks its entries after {read} of them. The list kept before stays; synchronize again later."));

    internal static IncompleteListException Short(string what, int read, int total) => new(string.Create(CultureInfo.InvariantCulture,
        $"Spotify gave {read} of {total} {what} and no more. The list kept before stays; synchronize again later."));

    internal static IncompleteListException Changing(string what, int readings) => new(string.Create(CultureInfo.InvariantCulture,
        $"The {what} changed at Spotify each of {readings} times that they were read. "
        + $"The list kept before stays; synchronize again later."));
}
