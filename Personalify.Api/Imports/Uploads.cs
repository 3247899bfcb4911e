using System.Buffers;
using Microsoft.Extensions.Options;

namespace Personalify.Api.Imports;

/// <summary>A body that is to become a file of an import.</summary>
public sealed record UploadRequest(int UserId, int? ImportId, string FileName, long? ContentLength, Stream Body);

/// <summary>The import that has the file now; or the HTTP status and a sentence.</summary>
public sealed record UploadOutcome(Import? Import, int Status = 0, string? Error = null);

/// <summary>Takes uploads in: streams them to disk within the limits, and gives them to an import only when they have arrived whole.</summary>
public sealed class Uploads(UploadFolder folder, ImportStore store, IOptions<ImportOptions> options)
{
    private readonly ImportOptions _limits = options.Value;

    public async Task<UploadOutcome> ReceiveAsync(UploadRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > _limits.MaxFileBytes) return TooLarge(request.FileName);
        if (folder.FreeBytes() < _limits.ReservedDiskBytes + (request.ContentLength ?? 0)) return NoSpace();
        if (request.ImportId is { } id && await store.FindAsync(request.UserId, id, cancellationToken) is null) return NoRoom(id);
        var incoming = folder.CreateIncoming();
        try
        {
            long bytes;
            await using (incoming) bytes = await CopyAsync(request.Body, incoming, cancellationToken);
            if (bytes > _limits.MaxFileBytes) return TooLarge(request.FileName);
            if (bytes == 0) return new UploadOutcome(null, StatusCodes.Status400BadRequest, $"“{request.FileName}” is empty. Send the zip as Spotify mailed it.");
            return await KeepAsync(request, incoming.Name, new ImportFile(request.FileName, bytes), cancellationToken);
        }
        finally
        {
            File.Delete(incoming.Name);
        }
    }

    private async Task<UploadOutcome> KeepAsync(UploadRequest request, string incoming, ImportFile file, CancellationToken cancellationToken)
    {
        var import = request.ImportId is { } id
            ? await store.AddFileAsync(request.UserId, id, file, _limits, cancellationToken)
            : await store.CreateAsync(request.UserId, file, _limits.MaxUnstarted, cancellationToken);
        if (import is null) return request.ImportId is { } full ? NoRoom(full) : TooMany();
        folder.Keep(incoming, import.Id, import.Files.Count - 1);
        return new UploadOutcome(import);
    }

    /// <summary>Copies until the end, or until it is one byte too many.</summary>
    private async Task<long> CopyAsync(Stream body, FileStream file, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            long bytes = 0;
            int read;
            while (bytes <= _limits.MaxFileBytes && (read = await body.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await file.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
                bytes += read;
            }
            return bytes;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private UploadOutcome TooLarge(string name) => new(null, StatusCodes.Status413PayloadTooLarge,
        $"“{name}” is larger than {_limits.MaxFileBytes >> 20} MiB. Spotify's zips are far smaller: send the zip as it was mailed, or its JSON files one by one.");

    private static UploadOutcome NoSpace() => new(null, StatusCodes.Status507InsufficientStorage,
        "The server has too little space on its disk for this file. Ask the person who runs it to make room, then send the file again.");

    private UploadOutcome NoRoom(int importId) => new(null, StatusCodes.Status409Conflict,
        $"No file can be added to the import {importId}: there is none that waits, or it has {_limits.MaxFiles} files or {_limits.MaxImportBytes >> 20} MiB already. Send the file without an import's id.");

    private UploadOutcome TooMany() => new(null, StatusCodes.Status409Conflict,
        $"{_limits.MaxUnstarted} uploads wait to be started already. Start or cancel one of them first.");
}
