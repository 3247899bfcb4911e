using Personalify.Domain.Catalog;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

[GraphQLDescription("One upload of an export and what became of it.")]
public sealed record Import
{
    /// <summary>What rows of the database and folders of uploads refer to; a listener never sees it.</summary>
    [GraphQLIgnore]
    public required int Id { get; init; }

    /// <summary>Counted among the listener's own imports, from 1; never given twice.</summary>
    [GraphQLIgnore]
    public required int Number { get; init; }

    [ID]
    [GraphQLName("id")]
    [GraphQLDescription("Opaque; it stays what it is.")]
    public long GlobalId => CatalogId.Of(UserId, Number);

    [GraphQLIgnore]
    public required int UserId { get; init; }

    [GraphQLDescription("Where it stands.")]
    public required ImportStatus Status { get; init; }

    [GraphQLDescription("Whether it only looks and reports, without writing.")]
    public required bool IsPreview { get; init; }

    /// <summary>In the order in which they arrived, which is their number on disk.</summary>
    [GraphQLDescription("Its files, in the order in which they arrived.")]
    public required IReadOnlyList<ImportFile> Files { get; init; }

    [GraphQLDescription("When its first file arrived, UTC.")]
    public required DateTimeOffset CreatedAt { get; init; }

    [GraphQLDescription("When its run began, UTC; null before.")]
    public DateTimeOffset? StartedAt { get; init; }

    [GraphQLDescription("When its run ended, UTC; null before.")]
    public DateTimeOffset? FinishedAt { get; init; }

    [GraphQLDescription("How far a running import is, or null.")]
    public ImportProgress? Progress { get; init; }

    [GraphQLDescription("What was found and done, once it is finished.")]
    public ImportReport? Report { get; init; }

    [GraphQLDescription("Why it failed and what to send instead, or null.")]
    public string? Error { get; init; }

    [GraphQLDescription("Whether undoImport would take it back.")]
    public bool CanUndo => Status == ImportStatus.Completed && !IsPreview;
}

[GraphQLDescription("A file of an import.")]
public sealed record ImportFile(
    [property: GraphQLDescription("The file's name.")] string Name,
    [property: GraphQLDescription("Its length in bytes.")] long Bytes);

[GraphQLDescription("How far a running import is.")]
public sealed record ImportProgress(
    [property: GraphQLDescription("What it does at the moment.")] ImportPhase Phase,
    [property: GraphQLDescription("Bytes of the unpacked files that were read.")] long BytesRead,
    [property: GraphQLDescription("Bytes of all unpacked files.")] long BytesTotal,
    [property: GraphQLDescription("Rows that were read.")] int RowsRead)
{
    /// <summary>Reading counts for 60: it is the part that can be measured, and takes about that share.</summary>
    [GraphQLDescription("How much of the whole is done, 0 to 100.")]
    public int Percent => Phase switch
    {
        ImportPhase.Reading when BytesTotal > 0 => (int)Math.Clamp(BytesRead * 60.0 / BytesTotal, 0, 60),
        ImportPhase.Matching => 65,
        ImportPhase.Writing => 80,
        _ => 0,
    };
}
