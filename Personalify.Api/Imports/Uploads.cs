using System.Buffers;
using Microsoft.Extensions.Options;

namespace Personalify.Api.Imports;

/// <summary>A body that is to become a file of an import.</summary>
public sealed record UploadRequest(int UserId, int? ImportNumber, string FileName, long? ContentLength, Stream Body);

/// <summary>A file that has arrived whole, and how it is moved to the place that its import has for it.</summary>
public sealed record ArrivedFile(string Name, long Bytes, Action<string> MoveTo);

/// <summary>
/// The import that has the file now; or the HTTP status and a sentence, and the error of a mutation where it tells more than the
/// sentence.
/// </summary>
public sealed record UploadOutcome(Import? Import, int Status = 0, string? Error = null, object? Reason = null);

/// <summary>
/// Takes uploads in: streams them to disk within the limits, and gives them to an import only when they have arrived whole.
/// </summary>
public sealed class Uploads(UploadFolder folder, ImportStore store, IOptions<ImportOptions> options)
{
    private readonly ImportOptions _limits = options.Value;

    public async Task<UploadOutcome> ReceiveAsync(UploadRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > _limits.MaxFileBytes) return TooLarge(request.FileName);
        if (folder.FreeBytes() < _limits.ReservedDiskBytes + (request.ContentLength ?? 0)) return NoSpace();
        if (request.ImportNumber is { } id && await store.FindAsync(request.UserId, id, cancellationToken) is null) return NoRoom();
        var incoming = folder.CreateIncoming();
        try
        {
            long bytes;
            await using (incoming) bytes = await CopyAsync(request.Body, incoming, cancellationToken);
            var arrived = new ArrivedFile(request.FileName, bytes, path => File.Move(incoming.Name, path));
            return await KeepAsync(request.UserId, request.ImportNumber, arrived, cancellationToken);
        }
        finally
        {
            File.Delete(incoming.Name);
        }
    }

    /// <summary>Makes one import of files that have all arrived. When one of them cannot be taken, or the client leaves, none is.</summary>
    public async Task<UploadOutcome> KeepAllAsync(int userId, IReadOnlyList<ArrivedFile> files, CancellationToken cancellationToken)
    {
        if (files.Count > _limits.MaxFiles) return TooManyFiles(files.Count);
        if (folder.FreeBytes() < _limits.ReservedDiskBytes) return NoSpace();
        var outcome = Refused(StatusCodes.Status400BadRequest, "There is no file. Send the zip as Spotify mailed it.");
        var (number, isWhole) = ((int?)null, false);
        try
        {
            foreach (var file in files)
            {
                outcome = await KeepAsync(userId, number, file, cancellationToken);
                if (outcome.Import is null) return outcome;
                number = outcome.Import.Number;
            }

            isWhole = true;
            return outcome;
        }
        finally
        {
            if (!isWhole && number is { } id) await RemoveAsync(userId, id);
        }
    }

    private async Task<UploadOutcome> KeepAsync(int userId, int? number, ArrivedFile file, CancellationToken cancellationToken)
    {
        if (file.Bytes > _limits.MaxFileBytes) return TooLarge(file.Name);
        if (file.Bytes == 0) return Refused(StatusCodes.Status400BadRequest, $"“{file.Name}” is empty. Send the zip as Spotify mailed it.");
        var row = new ImportFile(file.Name, file.Bytes);
        var import = number is { } id
            ? await store.AddFileAsync(userId, id, row, _limits, cancellationToken)
            : await store.CreateAsync(userId, row, _limits.MaxUnstarted, cancellationToken);
        if (import is null) return number is null ? TooMany() : NoRoom();
        await PlaceAsync(import, file, isNew: number is null);
        return new UploadOutcome(import);
    }

    private async Task PlaceAsync(Import import, ArrivedFile file, bool isNew)
    {
        try
        {
            folder.Keep(file.MoveTo, import.Id, import.Files.Count - 1);
        }
        catch when (isNew)
        {
            await RemoveAsync(import.UserId, import.Number); // An import without its file could never run.
            throw;
        }
    }

    /// <summary>Whether the client is still there or not.</summary>
    private async Task RemoveAsync(int userId, int number)
    {
        if (await store.CancelAsync(userId, number, CancellationToken.None) is { } removed) folder.Delete(removed.Id);
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

    private static UploadOutcome Refused(int status, string sentence, Func<string, object>? reason = null) => new(null, status, sentence, reason?.Invoke(sentence));

    private UploadOutcome TooLarge(string name) => Refused(
        StatusCodes.Status413PayloadTooLarge,
        $"“{name}” is larger than {Size(_limits.MaxFileBytes)}. Spotify's zips are far smaller: send the zip as it was mailed, or its JSON files one by one.",
        message => new FileTooLargeError(message, name, _limits.MaxFileBytes));

    private UploadOutcome TooManyFiles(int count) => Refused(
        StatusCodes.Status413PayloadTooLarge,
        $"An import has up to {_limits.MaxFiles} files, and these are {count}. Send the zip as Spotify mailed it, or several imports.",
        message => new TooManyFilesError(message, _limits.MaxFiles));

    private static UploadOutcome NoSpace() => Refused(
        StatusCodes.Status507InsufficientStorage,
        "The server has too little space on its disk for this file. Ask the person who runs it to make room, then send the file again.",
        message => new NotEnoughSpaceError(message));

    private UploadOutcome NoRoom() => Refused(
        StatusCodes.Status409Conflict,
        $"No file can be added to this import: there is none that waits, or it has {_limits.MaxFiles} files or {Size(_limits.MaxImportBytes)} already. Send the file without an import's id.");

    private UploadOutcome TooMany() => Refused(
        StatusCodes.Status409Conflict,
        $"{_limits.MaxUnstarted} uploads wait to be started already. Start or cancel one of them first.",
        message => new TooManyUploadsError(message));

    private static string Size(long bytes) => bytes >= 1 << 20 ? $"{bytes >> 20} MiB" : $"{bytes} bytes";
}
