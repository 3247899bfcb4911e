using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Personalify.Api.Access;
using Personalify.Api.Imports.Reading;
using Personalify.Domain.Catalog;
using Personalify.GraphQL.Types;

namespace Personalify.Api.Imports;

/// <summary>
/// <c>POST /uploads[?import=ID]</c>: the body is the file, its name stands percent-encoded in the header <c>X-File-Name</c>. The answer
/// names the
/// import that the file belongs to; with its id further files can be added before it is started.
/// </summary>
public static class UploadEndpoint
{
    /// <summary>
    /// Required not for the name alone: a foreign page cannot send a header of its own without asking first, and is not allowed to.
    /// </summary>
    public const string FileNameHeader = "X-File-Name";

    private const int LongestFileName = 2048;

    public static void MapUploads(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/uploads", UploadAsync).RequireAuthorization(Policies.OwnWritable).DisableAntiforgery();

    private static async Task<IResult> UploadAsync(
        HttpContext context, string? import, Uploads uploads, INodeIdSerializer ids, CancellationToken cancellationToken)
    {
        if (context.Request.Headers.ContentEncoding is [{ Length: > 0 } encoding]
            && !encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
            return Refuse(
                StatusCodes.Status415UnsupportedMediaType,
                $"The body is encoded with '{encoding}'. Send the file as it is, without the header Content-Encoding.");
        if (context.Request.Headers[FileNameHeader] is not [{ Length: > 0 } header])
            return Refuse(StatusCodes.Status400BadRequest, $"The header {FileNameHeader} is missing. It must hold the file's name, percent-encoded.");
        if (header.Length > LongestFileName)
            return Refuse(
                StatusCodes.Status400BadRequest,
                $"The header {FileNameHeader} has {header.Length} characters; it may have {LongestFileName}. Shorten the file's name.");
        var name = ImportArchive.CleanName(Uri.UnescapeDataString(header));
        // The limit is ours, with a sentence; the server's own would only close the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
        var outcome = await uploads.ReceiveAsync(
            new UploadRequest(context.User.GetUserId(), FindNumber(import, context.User.GetUserId(), ids), name,
                context.Request.ContentLength, context.Request.Body), cancellationToken);
        return outcome is { Import: { } received }
            ? Results.Json(new { importId = ids.Format(nameof(Import), received.GlobalId) }, statusCode: StatusCodes.Status201Created)
            : Refuse(outcome.Status, outcome.Error!);
    }

    /// <summary>The number of the import that the address names, or 0, which none has, where it names none of the user's.</summary>
    private static int? FindNumber(string? id, int userId, INodeIdSerializer ids)
    {
        if (id is null) return null;
        try
        {
            return ids.Parse(id, typeof(long)) is { TypeName: nameof(Import), InternalId: long import }
                ? CatalogId.NumberFor(userId, import) ?? 0 : 0;
        }
        catch (CoercionException)
        {
            return 0;
        }
    }

    private static IResult Refuse(int status, string error) => Results.Json(new { error }, statusCode: status);
}
