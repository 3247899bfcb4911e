using System.Runtime.CompilerServices;
using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Csv;

/// <summary>A page of a connection. <paramref name="Total"/> is asked for with the first page only.</summary>
public sealed record CsvPage<T>(IReadOnlyList<T> Rows, PageInfo Info, int? Total);

/// <summary>The rows of a whole connection, page by page while they are written, up to a limit.</summary>
public static class CsvPages
{
    public const int MostRows = 100_000;

    /// <param name="read">Reads the page behind a cursor, or the first one.</param>
    /// <exception cref="CsvTooLongException">The list has more rows than a file takes.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Func<string?, Task<CsvPage<T>>> read, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        string? after = null;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            var page = await read(after);
            if (page.Total > MostRows) throw new CsvTooLongException(page.Total.Value);
            foreach (var row in page.Rows) yield return row;
            after = page.Info.HasNextPage ? page.Info.EndCursor : null;
        }
        while (after is not null);
    }
}

/// <summary>The list is longer than a file may be; the message says the limit and the way out.</summary>
public sealed class CsvTooLongException(int rows) : Exception(
    Texts.Of(typeof(CsvTooLongException))[
        "The list has {0} rows, and a CSV holds up to {1}. Choose a shorter period, or take everything along with “Export everything” on Settings.",
        Format.Number(rows), Format.Number(CsvPages.MostRows)]);
