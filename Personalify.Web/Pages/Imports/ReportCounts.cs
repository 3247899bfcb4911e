namespace Personalify.Web.Pages.Imports;

/// <summary>A row of the report's table: one file, or all of them. The counts after the rows add up to them.</summary>
/// <param name="AddedLabel">What became of the plays that were not there before.</param>
public sealed record ReportCounts(string AddedLabel, int Rows, int Added, int AlreadyThere, int Episodes, int Chapters, int Dropped)
{
    /// <summary>In the order of the columns, each with its name for screens on which a row is a card.</summary>
    public IEnumerable<(string Label, int Count)> Cells =>
        ReportColumns.Of(AddedLabel).Select(column => column.Text).Zip([Rows, Added, AlreadyThere, Episodes, Chapters, Dropped]);
}
