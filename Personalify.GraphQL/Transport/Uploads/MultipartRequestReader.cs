using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Personalify.GraphQL.Errors;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>
/// Reads a multipart form: the operations, then the map, then the files, each streamed to disk as it arrives.
/// graphql-multipart-request-spec.
/// </summary>
internal sealed class MultipartRequestReader(HttpContext context, GraphQLServerOptions options, OperationAddress? address)
{
    private const string Operations = "operations";
    private const string Map = "map";

    private readonly UploadOptions _limits = options.Uploads;
    private readonly Dictionary<string, IFile> _files = [];
    private long _remaining = options.Uploads.MaxAllowedTotalSize;

    public static bool IsForm(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase);

    /// <exception cref="RejectedRequestException">The form is not one of the specification, or exceeds a limit.</exception>
    public async Task<ReceivedRequest> ReadAsync(CancellationToken cancellationToken)
    {
        Allow();
        try
        {
            return await ReadFormAsync(cancellationToken);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException)
        {
            throw Refused("The form could not be read: it is cut off or broken.", ErrorCodes.MultiPartInvalidForm);
        }
    }

    private void Allow()
    {
        if (options.EnforceMultipartRequestsPreflightHeader) RequestGuard.RequirePreflight(context.Request, "A form");
        if (!_limits.IsAllowed(context)) throw RejectedRequestException.UploadNotAllowed();
        if (_limits.ReservedDiskBytes > 0 && UploadedFile.FreeBytes(_limits.Folder) - (context.Request.ContentLength ?? 0) < _limits.ReservedDiskBytes)
            throw RejectedRequestException.NoSpace();

        // The limits are ours, with a sentence; the server's own would only close the connection.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size) size.MaxRequestBodySize = null;
    }

    private async Task<ReceivedRequest> ReadFormAsync(CancellationToken cancellationToken)
    {
        var boundary = HeaderUtilities.RemoveQuotes(MediaTypeHeaderValue.Parse(context.Request.ContentType).Boundary).ToString();
        if (boundary.Length == 0) throw Refused("The form has no boundary.", ErrorCodes.MultiPartInvalidForm);
        var reader = new MultipartReader(boundary, context.Request.Body);
        var operations = await ReadOperationsAsync(reader, cancellationToken);
        var map = await ReadMapAsync(reader, cancellationToken);
        map.Apply(operations);
        var body = JsonSerializer.SerializeToUtf8Bytes(operations);
        await ReadFilesAsync(reader, map, cancellationToken);
        return JsonRequest.Parse(body, options, address) with { Files = _files };
    }

    private async Task<JsonNode> ReadOperationsAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        var part = await NextAsync(reader, cancellationToken) ?? throw Refused("The form has no part 'operations'.", ErrorCodes.MultiPartNoOperationsSpecified);
        if (part.Name == Map) throw Refused("The part 'operations' must come before 'map'.", ErrorCodes.MultiPartFieldsMisordered);
        if (part.Name != Operations) throw Refused("The first part of the form must be 'operations'.", ErrorCodes.MultiPartNoOperationsSpecified);
        try
        {
            return JsonNode.Parse(await ReadTextAsync(part.Section, cancellationToken)) ?? throw RejectedRequestException.NoDocument();
        }
        catch (JsonException)
        {
            throw Refused("The part 'operations' is not valid JSON.", ErrorCodes.MultiPartInvalidForm);
        }
    }

    private async Task<UploadMap> ReadMapAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        var part = await NextAsync(reader, cancellationToken);
        if (part?.Name == Map) return UploadMap.Parse(await ReadTextAsync(part.Section, cancellationToken));
        throw Refused("After 'operations' the form must have a part 'map'.", part is null ? ErrorCodes.MultiPartMapNotSpecified : ErrorCodes.MultiPartFieldsMisordered);
    }

    private async Task ReadFilesAsync(MultipartReader reader, UploadMap map, CancellationToken cancellationToken)
    {
        if (map.Keys.Count > _limits.MaxAllowedFiles) throw RejectedRequestException.UploadTooLarge($"The request has {map.Keys.Count} files; at most {_limits.MaxAllowedFiles} are allowed.");
        while (await NextAsync(reader, cancellationToken) is { } part)
        {
            if (!map.Keys.Contains(part.Name) || _files.ContainsKey(part.Name)) throw Refused($"'map' names no file '{part.Name}', or it came twice.", ErrorCodes.MultiPartInvalidForm);
            _files[part.Name] = await ReceiveAsync(part, cancellationToken);
        }

        if (map.Keys.FirstOrDefault(key => !_files.ContainsKey(key)) is { } missing) throw Refused($"The file '{missing}' of 'map' is missing.", ErrorCodes.MultiPartFileMissing);
    }

    private async Task<UploadedFile> ReceiveAsync(Part part, CancellationToken cancellationToken)
    {
        var file = UploadedFile.Create(_limits.Folder, part.FileName, part.Section.ContentType);
        context.Response.RegisterForDisposeAsync(file);
        var limit = Math.Min(_limits.MaxAllowedFileSize, _remaining);
        if (!await file.FillAsync(part.Section.Body, limit, cancellationToken))
            throw RejectedRequestException.UploadTooLarge($"The files are too long: at most {_limits.MaxAllowedFileSize} bytes each and {_limits.MaxAllowedTotalSize} together are allowed.");
        _remaining -= file.Length;
        return file;
    }

    private async Task<byte[]> ReadTextAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        var text = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await section.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (text.Length + read > options.MaxAllowedRequestSize) throw RejectedRequestException.TooLarge(options.MaxAllowedRequestSize);
            text.Write(buffer, 0, read);
        }

        return text.ToArray();
    }

    private static async Task<Part?> NextAsync(MultipartReader reader, CancellationToken cancellationToken)
    {
        if (await reader.ReadNextSectionAsync(cancellationToken) is not { } section) return null;
        if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var disposition) || disposition.Name.Length == 0)
            throw Refused("A part of the form has no name.", ErrorCodes.MultiPartInvalidForm);
        var fileName = disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        return new Part(HeaderUtilities.RemoveQuotes(disposition.Name).ToString(), HeaderUtilities.RemoveQuotes(fileName).ToString(), section);
    }

    private static RejectedRequestException Refused(string message, string code) => RejectedRequestException.Form(message, code);

    private sealed record Part(string Name, string FileName, MultipartSection Section);
}
