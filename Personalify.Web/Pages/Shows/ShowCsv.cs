using Personalify.Web.Api;
using Personalify.Web.Csv;

namespace Personalify.Web.Pages.Shows;

/// <summary>A list of podcasts, episodes or audiobooks as a file.</summary>
public static class ShowCsv
{
    public static CsvTable<ShowRow> Of(ShowKind kind, Func<string?, Task<ShowsListening?>> read, CancellationToken cancellation) =>
        new(kind.ToString().ToLowerInvariant(), Columns(kind), CsvPages.ReadAsync(async after => PageOf(await read(after)), cancellation));

    private static CsvColumn<ShowRow>[] Columns(ShowKind kind) => kind switch
    {
        ShowKind.Podcasts => [Rank, new("podcast", row => row.Name), .. Figures, new("episodes", row => row.Items)],
        ShowKind.Episodes => [Rank, new("episode", row => row.Name), new("podcast", row => row.Detail), .. Figures],
        _ => [Rank, new("audiobook", row => row.Name), .. Figures, new("chapters", row => row.Items)],
    };

    private static CsvColumn<ShowRow> Rank { get; } = new("rank", row => row.Rank);

    private static CsvColumn<ShowRow>[] Figures { get; } = [new("plays", row => row.Plays), new("ms_played", row => row.MsPlayed)];

    /// <summary>The one list that was asked for; nothing where the period has none.</summary>
    private static CsvPage<ShowRow> PageOf(ShowsListening? listening) =>
        listening is not null && ShowTable.Of(listening).FirstOrDefault() is { } table
            ? new(table.Rows, table.Page, table.Total)
            : new([], new PageInfo(false, false, null, null), 0);
}
