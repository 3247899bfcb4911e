using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

[GraphQLDescription("One upload of an export and what became of it.")]
public sealed record Import
{
    /// <summary>What rows of the database and folders of uploads refer to; a listener never sees it.</summary>
    [GraphQLIgnore]
    public required int Id { get; init; }

    [ID]
    [GraphQLName("id")]
    [GraphQLDescription("Counted among the listener's own imports, from 1; never given twice.")]
    public required int Number { get; init; }

    [GraphQLIgnore]
    public required int UserId { get; init; }

    public required ImportStatus Status { get; init; }

    public required bool IsPreview { get; init; }

    /// <summary>In the order in which they arrived, which is their number on disk.</summary>
    public required IReadOnlyList<ImportFile> Files { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    [GraphQLDescription("How far a running import is, or null.")]
    public ImportProgress? Progress { get; init; }

    [GraphQLDescription("What was found and done, once it is finished.")]
    public ImportReport? Report { get; init; }

    [GraphQLDescription("Why it failed and what to send instead, or null.")]
    public string? Error { get; init; }

    public bool CanUndo => Status == ImportStatus.Completed && !IsPreview;
}

public sealed record ImportFile(string Name, long Bytes);

public sealed record ImportProgress(ImportPhase Phase, long BytesRead, long BytesTotal, int RowsRead)
{
    /// <summary>Reading counts for 60: it is the part that can be measured, and takes about that share.</summary>
    [GraphQLDescription("0 to 100.")]
    public int Percent => Phase switch
    {
        ImportPhase.Reading when BytesTotal > 0 => (int)Math.Clamp(BytesRead * 60.0 / BytesTotal, 0, 60),
        ImportPhase.Matching => 65,
        ImportPhase.Writing => 80,
        _ => 0,
    };
}
