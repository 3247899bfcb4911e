using Microsoft.Extensions.Options;

namespace Personalify.Web.Covers;

/// <summary>
/// The folder of kept images. A file is written under another name and moved into place, so that a reader never sees half of one. Its
/// time of last access says when it was last shown.
/// </summary>
public sealed class CoverFiles(IOptions<CoverOptions> options, TimeProvider time)
{
    /// <summary>What is removed once the limit is passed, so that this does not happen for every image.</summary>
    private const double KeptShare = 0.9;

    private readonly Lock _lock = new();
    private readonly DirectoryInfo _folder = Directory.CreateDirectory(options.Value.Path);
    private long? _bytes;

    public Cover? Find(CoverId id)
    {
        var file = new FileInfo(PathOf(id));
        if (!file.Exists) return null;
        file.LastAccessTimeUtc = time.GetUtcNow().UtcDateTime;
        return new Cover(file.FullName, TypeOf(file.FullName)!);
    }

    public Cover Keep(CoverId id, byte[] image)
    {
        var part = Path.Combine(_folder.FullName, $"{Guid.NewGuid():N}.part");
        File.WriteAllBytes(part, image);
        File.SetLastAccessTimeUtc(part, time.GetUtcNow().UtcDateTime);
        File.Move(part, PathOf(id), overwrite: true);
        Count(image.Length);
        return new Cover(PathOf(id), Cover.TypeOf(image)!);
    }

    private void Count(int added)
    {
        lock (_lock)
        {
            _bytes = (_bytes ?? BytesOf(_folder.GetFiles()) - added) + added;
            if (_bytes > options.Value.MaxBytes) _bytes = Trim();
        }
    }

    private long Trim()
    {
        var files = _folder.GetFiles().OrderByDescending(file => file.LastAccessTimeUtc).ToList();
        var kept = 0L;
        foreach (var file in files)
        {
            if (kept + file.Length <= options.Value.MaxBytes * KeptShare) kept += file.Length;
            else file.Delete();
        }

        return kept;
    }

    private static long BytesOf(FileInfo[] files) => files.Sum(file => file.Length);

    private static string? TypeOf(string path)
    {
        Span<byte> start = stackalloc byte[12];
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return Cover.TypeOf(start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]);
    }

    private string PathOf(CoverId id) => Path.Combine(_folder.FullName, id.Value);
}
