using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// What an import found and did. Every row of its files is counted once:
/// <code>rows = added + alreadyThere + episodes + chapters + dropped</code> and <code>plays = added + alreadyThere</code>,
/// for the whole as for each file; a play that stands in two files counts in the first. An account-data play that an extended row describes
/// better is already there. A nameless row is dropped from every count, although its time is kept.
/// </summary>
[GraphQLDescription(
    "What an import found and did. Every row is counted once: rows = added + alreadyThere + episodes + chapters + dropped.")]
public sealed record ImportReport
{
    [GraphQLDescription("All rows of the files.")]
    public required int Rows { get; init; }

    [GraphQLDescription("Plays that are new.")]
    public required int Added { get; init; }

    [GraphQLDescription("Plays that were there before, or that a better row describes.")]
    public required int AlreadyThere { get; init; }

    [GraphQLDescription("Rows of podcast episodes, kept apart from music.")]
    public required int Episodes { get; init; }

    [GraphQLDescription("Rows of audiobook chapters, kept apart from music.")]
    public required int Chapters { get; init; }

    [GraphQLDescription("Plays heard offline that stand where they were heard, before the time at which the device reported them.")]
    public int PlacedOffline { get; init; }

    [GraphQLDescription("Plays that Spotify had told while they were recent and whose place plays of these files have taken; null where "
        + "there are none, and in a preview, which does not look for them.")]
    public int? Replaced { get; init; }

    [GraphQLDescription("Track plays of the files, repeats not counted.")]
    public required int Plays { get; init; }

    [GraphQLDescription("The milliseconds of these plays.")]
    public required long MsPlayed { get; init; }

    /// <summary>Without the time of waiting.</summary>
    [GraphQLDescription("How long the run took, in seconds, waiting not counted.")]
    public required double Seconds { get; init; }

    [GraphQLDescription("When the earliest of these plays ended, UTC; null without any.")]
    public DateTimeOffset? FirstPlay { get; init; }

    [GraphQLDescription("When the latest of these plays ended, UTC; null without any.")]
    public DateTimeOffset? LastPlay { get; init; }

    [GraphQLDescription("Rows that do not count, by reason; empty when there are none.")]
    public required IReadOnlyList<DroppedRows> Dropped { get; init; }

    [GraphQLDescription("The same file by file, in the order in which they were read.")]
    public required IReadOnlyList<ImportFileReport> Files { get; init; }
}

[GraphQLDescription("What an import found in one file and did with it.")]
public sealed record ImportFileReport
{
    [GraphQLDescription("The file's name; of a zip the name within it.")]
    public required string Name { get; init; }

    [GraphQLDescription("What the file was recognised as.")]
    public required ImportFileKind Kind { get; init; }

    [GraphQLDescription("All rows of the file.")]
    public required int Rows { get; init; }

    [GraphQLDescription("Plays that are new.")]
    public required int Added { get; init; }

    [GraphQLDescription("Plays that were there before, or that a better row describes.")]
    public required int AlreadyThere { get; init; }

    [GraphQLDescription("Rows of podcast episodes, kept apart from music.")]
    public required int Episodes { get; init; }

    [GraphQLDescription("Rows of audiobook chapters, kept apart from music.")]
    public required int Chapters { get; init; }

    [GraphQLDescription("Rows that do not count, by reason; empty when there are none.")]
    public required IReadOnlyList<DroppedRows> Dropped { get; init; }
}

[GraphQLDescription("Rows that do not count for one reason.")]
public sealed record DroppedRows(
    [property: GraphQLDescription("Why they do not count.")] DropReason Reason,
    [property: GraphQLDescription("How many they are.")] int Count,
    [property: GraphQLDescription("Where the first of them stands and what is wrong with it.")] string Example);
