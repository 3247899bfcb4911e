using System.Buffers;
using Personalify.GraphQL.Types;

namespace Personalify.GraphQL.Transport;

/// <summary>A file on disk that lives as long as its request, unless a resolver gives it another place.</summary>
internal sealed class UploadedFile : IFile, IAsyncDisposable
{
    private const FileShare Shared = FileShare.ReadWrite | FileShare.Delete;
    private readonly FileStream _content;
    private string? _keptAt;

    private UploadedFile(FileStream content, string name, string? contentType) => (_content, Name, ContentType) = (content, name, contentType);

    public string Name { get; }

    public string? ContentType { get; }

    public long Length => _content.Length;

    public static UploadedFile Create(string folder, string name, string? contentType)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew, Access = FileAccess.ReadWrite, Share = Shared, Options = FileOptions.Asynchronous, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        CreateFolder(folder);
        return new UploadedFile(new FileStream(Path.Combine(folder, $"graphql-upload-{Guid.NewGuid():N}"), options), name, contentType);
    }

    public static long FreeBytes(string folder)
    {
        CreateFolder(folder);
        return new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
    }

    private static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute); // As it is where it is there.
    }

    /// <summary>Takes the content in, through one small buffer.</summary>
    /// <returns>Whether it is no longer than <paramref name="limit"/>; otherwise it is cut there.</returns>
    public async Task<bool> FillAsync(Stream source, long limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            int read;
            while ((read = await source.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (_content.Position + read > limit) return false;
                await _content.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, cancellationToken);
    }

    public void MoveTo(string path)
    {
        if (_keptAt is not null) throw new InvalidOperationException($"The file '{Name}' was moved to a place of its own before.");
        File.Move(_content.Name, path);
        _keptAt = path;
    }

    public Stream OpenReadStream() => new FileStream(_keptAt ?? _content.Name, FileMode.Open, FileAccess.Read, Shared, 1 << 16, FileOptions.Asynchronous | FileOptions.SequentialScan);

    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync();
        if (_keptAt is null) File.Delete(_content.Name);
    }
}
