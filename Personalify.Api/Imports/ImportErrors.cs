using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

public sealed record ImportNotFoundError(string Message)
{
    public static ImportNotFoundError Of(int number) => new($"You have no import {number}. It may have been cancelled, or removed because it was never started.");
}

public sealed record ImportStateError(string Message, ImportStatus Status);

/// <summary>A file is longer than the longest that is taken. The length of the whole request is bounded by the server, which refuses it with status 413.</summary>
public sealed record FileTooLargeError(
    string Message,
    [property: GraphQLDescription("The file's name.")] string FileName,
    [property: GraphQLDescription("The most bytes of one file.")] long MaxBytes);

/// <summary>An import has no room for so many files.</summary>
public sealed record TooManyFilesError(string Message, [property: GraphQLDescription("The most files of one import.")] int MaxFiles);

/// <summary>The server must keep space on its disk, and would not with these files. Where it would not even receive them it answers with status 507.</summary>
public sealed record NotEnoughSpaceError(string Message);

/// <summary>So many uploads wait to be started that no further one is taken.</summary>
public sealed record TooManyUploadsError(string Message);
