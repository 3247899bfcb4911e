using System.Globalization;
using Personalify.Web.Api;
using Personalify.Web.Formatting;

namespace Personalify.Web.Pages.Imports;

/// <summary>How the import pages speak of imports.</summary>
public static class ImportWords
{
    private static readonly Texts Text = Texts.Of(typeof(ImportWords));

    public static string Files(IReadOnlyList<ImportFile> files) => files switch
    {
        [] => Text["Nothing"],
        [var only] => only.Name,
        [var first, ..] => Text["{0} and {1}", first.Name, Format.Count(files.Count - 1, "other", "others")],
    };

    public static string Size(IReadOnlyList<ImportFile> files) => Format.Bytes(files.Sum(file => file.Bytes));

    public static string Status(ImportStatus status, bool isPreview) =>
        isPreview && status == ImportStatus.Completed ? Text["Looked at"] : Names.Of(status);

    public static string Outcome(ImportSummary import) => import switch
    {
        { Report: null } => "",
        { Report: { Added: 0, Plays: 0 } report } when report.Episodes + report.Chapters > 0 =>
            Text["{0} kept apart", Format.SpokenWord(report.Episodes, report.Chapters)],
        { Status: ImportStatus.Undone or ImportStatus.Undoing } => Text["{0} had been added", Format.Count(import.Report.Added, "play", "plays")],
        { IsPreview: true } => Text["{0} in the files", Format.Count(import.Report.Plays, "play", "plays")],
        _ => Text["{0} added", Format.Count(import.Report.Added, "play", "plays")],
    };

    public static string Took(ImportReport report)
    {
        var seconds = report.Seconds.ToString("0.#", CultureInfo.CurrentCulture);
        return seconds == "1" ? Text["in 1 second"] : Text["in {0} seconds", seconds];
    }

    /// <summary>What became of the plays that were not there before the import.</summary>
    public static string Added(Import import) => import switch
    {
        { Status: ImportStatus.Undone } => Text["Undone"],
        { IsPreview: true } => Text["Would be added"],
        _ => Text["Added"],
    };

    /// <summary>The note beside that number: how long the import took, or what undoing it means.</summary>
    public static string AddedNote(Import import) => import.Status == ImportStatus.Undone
        ? Text["what other imports brought too has stayed"]
        : Took(import.Report!);

    /// <summary>How many rows of a file or of all of them do not count.</summary>
    public static int Dropped(IEnumerable<DroppedRows> dropped) => dropped.Sum(rows => rows.Count);

    /// <summary>The heading above the reason why an import failed or could not be undone.</summary>
    public static string Problem(Import import) =>
        import.Status == ImportStatus.Completed ? Text["It could not be undone"] : Text["Nothing was written"];

    /// <summary>Spoken word is no music: it is kept, and counted nowhere among the plays.</summary>
    public static string? KeptApart(ImportReport report) =>
        HasSpokenWord(report) ? Text["{0} kept apart", Format.SpokenWord(report.Episodes, report.Chapters)] : null;

    /// <summary>The sentence over a report: what happened, in one line.</summary>
    public static string Headline(Import import) => import switch
    {
        { Status: ImportStatus.Failed } => Text["The import did not work"],
        { Status: ImportStatus.Undone } => Text["The import was undone"],
        { Status: ImportStatus.Undoing } => Text["Taking the plays back"],
        { Status: ImportStatus.Uploaded } => Text["Uploaded, not yet imported"],
        { Report: null } => import.IsPreview ? Text["Looking at the files"] : Text["Importing"],
        { IsPreview: true, Report: { Plays: 0 } report } when HasSpokenWord(report) => Text["No music found: {0}", KeptApart(report)!],
        { IsPreview: true } => Text["{0} found", Format.Count(import.Report.Plays, "play", "plays")],
        { Report: { Added: 0, AlreadyThere: 0 } report } when HasSpokenWord(report) => Text["No music: {0}", KeptApart(report)!],
        { Report.Added: 0 } => Text["Nothing new: all plays were already there"],
        _ => Text["{0} added", Format.Count(import.Report.Added, "play", "plays")],
    };

    /// <summary>Nothing but spoken word came with it.</summary>
    public static bool IsSpokenOnly(ImportReport report) => report.Plays == 0 && HasSpokenWord(report);

    /// <summary>What undoing it takes back.</summary>
    public static string UndoQuestion(ImportReport? report) => report is not null && IsSpokenOnly(report)
        ? Text["Take back the {0} of this import? What came with other imports stays.", Format.SpokenWord(report.Episodes, report.Chapters)]
        : Text["Take back the {0} that this import added? Plays from other imports stay.", Format.Count(report?.Added ?? 0, "play", "plays")];

    private static bool HasSpokenWord(ImportReport report) => report.Episodes + report.Chapters > 0;

    /// <summary>What the import did with plays that Spotify had told before; null where it met none, and where it was undone.</summary>
    public static string? Replaced(Import import) => import is { Status: ImportStatus.Completed, Report.Replaced: > 0 and var replaced }
        ? Text["Of these files, {0} took the place of what Spotify had told while it was recent; no play counts twice.",
            Format.Count(replaced, "play", "plays")]
        : null;

    /// <summary>Why some plays stand at another time than the file names.</summary>
    public static string PlacedOffline(ImportReport report) =>
        Text["{0} without a connection stand where they were heard, not where Spotify was told of them.",
            Format.Count(report.PlacedOffline, "play", "plays")];
}
