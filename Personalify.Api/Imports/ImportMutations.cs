using System.Security.Claims;
using Personalify.Api.Access;
using Personalify.Api.Errors;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Imports;

[MutationType]
public static class ImportMutations
{
    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [Error<InvalidInputError>]
    [Error<FileTooLargeError>]
    [Error<TooManyFilesError>]
    [Error<NotEnoughSpaceError>]
    [Error<TooManyUploadsError>]
    [GraphQLDescription("Imports files that come with this request (graphql-multipart-request-spec), or looks at them without writing.")]
    public static Task<FieldResult<Import>> ImportFilesAsync(
        [GraphQLDescription("The zip as Spotify mailed it, or its JSON files one by one.")] IReadOnlyList<IFile> files,
        ImportFiles import,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken,
        [GraphQLDescription("Look and report without writing; start the import without it to write.")] bool preview = false) =>
        import.RunAsync(principal.GetUserId(), files, preview, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [GraphQLDescription("Starts the import of files that were uploaded to /uploads, or looks at them without writing.")]
    public static Task<FieldResult<Import, ImportNotFoundError, ImportStateError>> StartImportAsync(
        [ID<Import>] [GraphQLDescription("An import of one's own.")] long importId,
        ImportControl control,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken,
        [GraphQLDescription("Look and report without writing; start again without it to write.")] bool preview = false) =>
        control.StartAsync(principal.GetUserId(), importId, preview, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [UseMutationConvention(PayloadFieldName = "cancelledId")]
    [GraphQLDescription(
        "Removes an import of which nothing was written, with its files: an upload that was not "
        + "started, a queued or running import or preview, or a "
        + "preview that is done. A run ends within two seconds and writes nothing. What is completed is taken back by undoImport instead.")]
    [return: ID<Import>]
    public static Task<FieldResult<long, ImportNotFoundError, ImportStateError>> CancelImportAsync(
        [ID<Import>] [GraphQLDescription("An import of one's own.")] long importId,
        ImportControl control, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        control.CancelAsync(principal.GetUserId(), importId, cancellationToken);

    [Authorize(Policies.OwnWritable)]
    [Error<NotAllowedError>]
    [GraphQLDescription("Takes back what an import added.")]
    public static Task<FieldResult<Import, ImportNotFoundError, ImportStateError>> UndoImportAsync(
        [ID<Import>] [GraphQLDescription("An import of one's own.")] long importId,
        ImportControl control, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        control.UndoAsync(principal.GetUserId(), importId, cancellationToken);
}
