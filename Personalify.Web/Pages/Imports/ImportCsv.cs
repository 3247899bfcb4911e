using Personalify.Web.Api;
using Personalify.Web.Csv;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Imports;

/// <summary>The imports, and the report of one of them, as files.</summary>
public static class ImportCsv
{
    private const int PageSize = 50;

    public static CsvTable<ImportFileReport> Of(IEnumerable<ImportFileReport> files) => new(
        "import-report",
        [
            new("file", file => file.Name), new("kind", file => file.Kind), new("rows", file => file.Rows),
            new("added", file => file.Added), new("already_there", file => file.AlreadyThere), new("episodes", file => file.Episodes),
            new("chapters", file => file.Chapters), new("dropped", file => ImportWords.Dropped(file.Dropped)),
        ],
        files.ToAsyncEnumerable());

    public static CsvTable<ImportSummary> Of(PersonalifyClient client, Viewer viewer, CancellationToken cancellation) => new(
        "imports",
        [
            new("created_at", import => viewer.InZone(import.CreatedAt)), new("files", import => ImportWords.Files(import.Files)),
            new("bytes", import => import.Files.Sum(file => file.Bytes)), new("status", import => import.Status),
            new("preview", import => import.IsPreview), new("plays", import => import.Report?.Plays),
            new("added", import => import.Report?.Added), new("first_play", import => InZone(viewer, import.Report?.FirstPlay)),
            new("last_play", import => InZone(viewer, import.Report?.LastPlay)), new("error", import => import.Error),
        ],
        CsvPages.ReadAsync(async after =>
        {
            var page = PageVariables.Of(PageSize, after, before: null);
            var imports = (await client.SendAsync(ImportsData.Operation, page, cancellation)).Me!.Imports;
            return new CsvPage<ImportSummary>(imports.Nodes ?? [], imports.PageInfo, null);
        }, cancellation));

    private static DateTimeOffset? InZone(Viewer viewer, DateTimeOffset? moment) => moment is { } known ? viewer.InZone(known) : null;
}
