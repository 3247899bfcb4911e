using Personalify.Api.Errors;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

[GraphQLDescription("The listener has no such import.")]
public sealed record ImportNotFoundError([property: GraphQLDescription(ErrorTexts.Message)] string Message)
{
    public static ImportNotFoundError Unknown { get; } =
        new("You have no such import. It may have been cancelled, or removed because it was never started.");
}

[GraphQLDescription("The import stands where this cannot be done.")]
public sealed record ImportStateError(
    [property: GraphQLDescription(ErrorTexts.Message)] string Message,
    [property: GraphQLDescription("Where the import stands.")] ImportStatus Status);

/// <summary>
/// A file is longer than the longest that is taken. The length of the whole request is bounded by the server, which refuses it with
/// status 413.
/// </summary>
[GraphQLDescription("A file is longer than the longest that is taken.")]
public sealed record FileTooLargeError(
    [property: GraphQLDescription(ErrorTexts.Message)] string Message,
    [property: GraphQLDescription("The file's name.")] string FileName,
    [property: GraphQLDescription("The most bytes of one file.")] long MaxBytes);

/// <summary>An import has no room for so many files.</summary>
[GraphQLDescription("An import has no room for so many files.")]
public sealed record TooManyFilesError(
    [property: GraphQLDescription(ErrorTexts.Message)] string Message,
    [property: GraphQLDescription("The most files of one import.")] int MaxFiles);

/// <summary>
/// The server must keep space on its disk, and would not with these files. Where it would not even receive them it answers with status
/// 507.
/// </summary>
[GraphQLDescription("The server must keep space on its disk, and would not with these files.")]
public sealed record NotEnoughSpaceError([property: GraphQLDescription(ErrorTexts.Message)] string Message);

/// <summary>So many uploads wait to be started that no further one is taken.</summary>
[GraphQLDescription("So many uploads wait to be started that no further one is taken.")]
public sealed record TooManyUploadsError([property: GraphQLDescription(ErrorTexts.Message)] string Message);
