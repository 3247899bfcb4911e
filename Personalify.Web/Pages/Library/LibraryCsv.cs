using Personalify.Web.Api;
using Personalify.Web.Csv;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Library;

/// <summary>A list as a file, from its first entry to its last.</summary>
public static class LibraryCsv
{
    /// <param name="name">Of the file.</param>
    /// <param name="read">The page behind a cursor, or the first one.</param>
    /// <param name="viewer">On whose clock times are written.</param>
    /// <param name="cancellation">Ends the reading.</param>
    public static CsvTable<LibraryRow> Of(
        string name, Func<string?, Task<LibraryPage<LibraryRow>?>> read, Viewer viewer, CancellationToken cancellation)
    {
        var rows = CsvPages.ReadAsync(async after =>
        {
            var page = await read(after);
            return page is null
                ? new CsvPage<LibraryRow>([], new PageInfo(false, false, null, null), 0)
                : new CsvPage<LibraryRow>(page.Nodes ?? [], page.PageInfo, page.TotalCount);
        }, cancellation);
        return new(name, Columns(viewer), rows);
    }

    private static CsvColumn<LibraryRow>[] Columns(Viewer viewer) =>
    [
        new("name", row => row.Name), new("by", row => row.By), new("part_of", row => row.PartOf),
        new("added_at", row => row.AddedAt is { } added ? viewer.InZone(added) : null), new("duration_ms", row => row.DurationMs),
        new("count", row => row.Count), new("spotify_url", row => row.Url),
    ];
}
