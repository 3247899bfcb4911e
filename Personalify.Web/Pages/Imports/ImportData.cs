using Personalify.Web.Api;
using Personalify.Web.Sessions;

namespace Personalify.Web.Pages.Imports;

public sealed record ImportVariables(string Id);

public sealed record ImportData(ViewerUser? Viewer, ImportUser? Me) : IViewerAnswer
{
    public static readonly GraphQLOperation<ImportVariables, ImportData> Operation = new("Imports/Import");
}

public sealed record ImportUser(Import? Import);

/// <summary>One upload of an export and what became of it.</summary>
public sealed record Import(
    string Id,
    ImportStatus Status,
    bool IsPreview,
    IReadOnlyList<ImportFile> Files,
    DateTimeOffset CreatedAt,
    DateTimeOffset? FinishedAt,
    ImportProgress? Progress,
    ImportReport? Report,
    string? Error,
    bool CanUndo)
{
    /// <summary>It goes on by itself and the page looks again.</summary>
    public bool IsMoving => Status is ImportStatus.Queued or ImportStatus.Running or ImportStatus.Undoing;

    /// <summary>It waits or runs and nothing of it is written yet.</summary>
    public bool CanCancel => Status is ImportStatus.Queued or ImportStatus.Running;
}

public sealed record ImportFile(string Name, long Bytes);

public sealed record ImportProgress(ImportPhase Phase, long BytesRead, long BytesTotal, int RowsRead, int Percent);

public sealed record ImportReport(
    int Rows,
    int Added,
    int AlreadyThere,
    int Episodes,
    int Chapters,
    int PlacedOffline,
    int Plays,
    long MsPlayed,
    double Seconds,
    DateTimeOffset? FirstPlay,
    DateTimeOffset? LastPlay,
    IReadOnlyList<DroppedRows> Dropped,
    IReadOnlyList<ImportFileReport> Files,
    int? Replaced = null);

public sealed record ImportFileReport(
    string Name, ImportFileKind Kind, int Rows, int Added, int AlreadyThere, int Episodes, int Chapters,
    IReadOnlyList<DroppedRows> Dropped);

public sealed record DroppedRows(DropReason Reason, int Count, string Example);
