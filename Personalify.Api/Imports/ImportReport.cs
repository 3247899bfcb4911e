using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// What an import found and did. Every row of its files is counted once:
/// <code>rows = added + alreadyThere + episodes + chapters + dropped</code> and <code>plays = added + alreadyThere</code>,
/// for the whole as for each file; a play that stands in two files counts in the first. An account-data play that an extended row describes
/// better is already there. A nameless row is dropped from every count, although its time is kept.
/// </summary>
public sealed record ImportReport
{
    public required int Rows { get; init; }

    public required int Added { get; init; }

    public required int AlreadyThere { get; init; }

    public required int Episodes { get; init; }

    public required int Chapters { get; init; }

    [GraphQLDescription("Plays heard offline that stand where they were heard, before the time at which the device reported them.")]
    public int PlacedOffline { get; init; }

    [GraphQLDescription("Track plays of the files, repeats not counted.")]
    public required int Plays { get; init; }

    public required long MsPlayed { get; init; }

    /// <summary>Without the time of waiting.</summary>
    public required double Seconds { get; init; }

    public DateTimeOffset? FirstPlay { get; init; }

    public DateTimeOffset? LastPlay { get; init; }

    public required IReadOnlyList<DroppedRows> Dropped { get; init; }

    public required IReadOnlyList<ImportFileReport> Files { get; init; }
}

public sealed record ImportFileReport
{
    public required string Name { get; init; }

    [GraphQLDescription("What the file was recognised as.")]
    public required ImportFileKind Kind { get; init; }

    public required int Rows { get; init; }

    public required int Added { get; init; }

    public required int AlreadyThere { get; init; }

    public required int Episodes { get; init; }

    public required int Chapters { get; init; }

    public required IReadOnlyList<DroppedRows> Dropped { get; init; }
}

public sealed record DroppedRows(
    DropReason Reason,
    int Count,
    [property: GraphQLDescription("Where the first of them stands and what is wrong with it.")] string Example);
