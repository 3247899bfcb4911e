using Personalify.Api.Access;
using Personalify.GraphQL.Transport;

namespace Personalify.Api.Imports;

public static class ImportUploads
{
    /// <summary>A form is read when it has some files more than an import, so that the mutation can say how many it takes; not when it has very many.</summary>
    private const int ImportsPerForm = 5;

    /// <summary>
    /// Lets who is signed in send files with a GraphQL request, to the folder from where they are moved to their import. What bounds a request is told by the
    /// server: bytes in all, and space for them. What bounds an import is told by the mutation: how many files, how long each.
    /// </summary>
    public static IGraphQLBuilder AddUploads(this IGraphQLBuilder builder, IConfiguration configuration) => builder.ModifyServerOptions(server =>
    {
        var limits = configuration.GetSection("Imports").Get<ImportOptions>() ?? new ImportOptions();
        var uploads = server.Uploads;
        uploads.IsAllowed = context => context.User.Identity is { IsAuthenticated: true } && !context.User.IsDemo();
        (uploads.Folder, uploads.ReservedDiskBytes) = (UploadFolder.RootOf(limits), limits.ReservedDiskBytes);
        (uploads.MaxAllowedFiles, uploads.MaxAllowedFileSize, uploads.MaxAllowedTotalSize) = (ImportsPerForm * limits.MaxFiles, limits.MaxImportBytes, limits.MaxImportBytes);
    });
}
