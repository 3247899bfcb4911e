using Personalify.GraphQL.Transport;

namespace Personalify.Api.Imports;

public static class ImportUploads
{
    /// <summary>
    /// Lets who is signed in send files with a GraphQL request, within the limits of the page's upload and to the same folder, from where they are
    /// moved to their import.
    /// </summary>
    public static IGraphQLBuilder AddUploads(this IGraphQLBuilder builder, IConfiguration configuration) => builder.ModifyServerOptions(server =>
    {
        var limits = configuration.GetSection("Imports").Get<ImportOptions>() ?? new ImportOptions();
        var uploads = server.Uploads;
        uploads.IsAllowed = context => context.User.Identity is { IsAuthenticated: true };
        (uploads.Folder, uploads.ReservedDiskBytes) = (UploadFolder.RootOf(limits), limits.ReservedDiskBytes);
        (uploads.MaxAllowedFiles, uploads.MaxAllowedFileSize, uploads.MaxAllowedTotalSize) = (limits.MaxFiles, limits.MaxFileBytes, limits.MaxImportBytes);
    });
}
