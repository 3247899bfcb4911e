using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Imports;

/// <summary>How the import pages speak of imports.</summary>
public static class ImportWords
{
    public static string Files(IReadOnlyList<ImportFile> files) => files switch
    {
        [] => "Nothing",
        [var only] => only.Name,
        [var first, ..] => $"{first.Name} and {Format.Count(files.Count - 1, "other", "others")}",
    };

    public static string Size(IReadOnlyList<ImportFile> files) => Format.Bytes(files.Sum(file => file.Bytes));

    public static string Status(ImportStatus status, bool isPreview) =>
        isPreview && status == ImportStatus.Completed ? "Looked at" : Names.Of(status);

    public static string Outcome(ImportSummary import) => import switch
    {
        { Report: null } => "",
        { Status: ImportStatus.Undone or ImportStatus.Undoing } => $"{Format.Count(import.Report.Added, "play", "plays")} had been added",
        { IsPreview: true } => $"{Format.Count(import.Report.Plays, "play", "plays")} in the files",
        _ => $"{Format.Count(import.Report.Added, "play", "plays")} added",
    };

    public static string Took(ImportReport report)
    {
        var seconds = report.Seconds.ToString("0.#", CultureInfo.InvariantCulture);
        return seconds == "1" ? "in 1 second" : $"in {seconds} seconds";
    }

    /// <summary>What became of the plays that were not there before the import.</summary>
    public static string Added(Import import) => import switch
    {
        { Status: ImportStatus.Undone } => "Undone",
        { IsPreview: true } => "Would be added",
        _ => "Added",
    };

    /// <summary>The note beside that number: how long the import took, or what undoing it means.</summary>
    public static string AddedNote(Import import) => import.Status == ImportStatus.Undone
        ? "what other imports brought too has stayed"
        : Took(import.Report!);

    /// <summary>How many rows of a file or of all of them do not count.</summary>
    public static int Dropped(IEnumerable<DroppedRows> dropped) => dropped.Sum(rows => rows.Count);

    /// <summary>The heading above the reason why an import failed or could not be undone.</summary>
    public static string Problem(Import import) =>
        import.Status == ImportStatus.Completed ? "It could not be undone" : "Nothing was written";

    /// <summary>Spoken word is no music: it is kept, and counted nowhere among the plays.</summary>
    public static string? KeptApart(ImportReport report) =>
        HasSpokenWord(report) ? $"{Format.SpokenWord(report.Episodes, report.Chapters)} kept apart" : null;

    /// <summary>The sentence over a report: what happened, in one line.</summary>
    public static string Headline(Import import) => import switch
    {
        { Status: ImportStatus.Failed } => "The import did not work",
        { Status: ImportStatus.Undone } => "The import was undone",
        { Status: ImportStatus.Undoing } => "Taking the plays back",
        { Status: ImportStatus.Uploaded } => "Uploaded, not yet imported",
        { Report: null } => import.IsPreview ? "Looking at the files" : "Importing",
        { IsPreview: true, Report: { Plays: 0 } report } when HasSpokenWord(report) => $"No music found: {KeptApart(report)}",
        { IsPreview: true } => $"{Format.Count(import.Report.Plays, "play", "plays")} found",
        { Report: { Added: 0, AlreadyThere: 0 } report } when HasSpokenWord(report) => $"No music: {KeptApart(report)}",
        { Report.Added: 0 } => "Nothing new: all plays were already there",
        _ => $"{Format.Count(import.Report.Added, "play", "plays")} added",
    };

    private static bool HasSpokenWord(ImportReport report) => report.Episodes + report.Chapters > 0;

    /// <summary>Why some plays stand at another time than the file names.</summary>
    public static string PlacedOffline(ImportReport report) =>
        $"{Format.Count(report.PlacedOffline, "play", "plays")} without a connection stand where "
        + "they were heard, not where Spotify was told of them.";
}
