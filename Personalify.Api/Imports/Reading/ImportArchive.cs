using System.IO.Compression;
using Personalify.Domain.Catalog;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports.Reading;

/// <summary>The uploaded files as one list of entries. Zips stay on disk and are unpacked while they are read; no entry becomes a file.</summary>
internal sealed class ImportArchive : IDisposable
{
    private readonly List<IDisposable> _open = [];
    private readonly List<HistoryEntry> _entries = [];

    private ImportArchive() { }

    public IReadOnlyList<HistoryEntry> Entries => _entries;

    /// <exception cref="ImportRejectedException">A file is no zip and no JSON, or a zip that no export can be.</exception>
    public static ImportArchive Open(IEnumerable<UploadedFile> files)
    {
        var archive = new ImportArchive();
        try
        {
            foreach (var file in files) archive.Add(file);
            return archive;
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public void Dispose() => _open.ForEach(item => item.Dispose());

    private void Add(UploadedFile file)
    {
        var stream = OpenFile(file);
        _open.Add(stream);
        Span<byte> start = stackalloc byte[4];
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (start[..read].SequenceEqual("PK\x03\x04"u8) || start[..read].SequenceEqual("PK\x05\x06"u8)) AddZip(file, stream);
        else _entries.Add(new HistoryEntry(file.Name, file.Name, stream.Length, stream.Length, () => OpenFile(file)));
    }

    private static FileStream OpenFile(UploadedFile file)
    {
        try
        {
            return new FileStream(file.Path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 16 });
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Rejections.FilesGone();
        }
    }

    private void AddZip(UploadedFile file, FileStream stream)
    {
        var methods = ZipDirectory.Check(stream, file.Name);
        var zip = OpenZip(file, stream);
        _open.Add(zip);
        if (zip.Entries.Count != methods.Count) throw Rejections.CutOffZip(file.Name);
        var entries = zip.Entries.Zip(methods).Where(pair => IsFile(pair.First)).ToList();
        if (entries.Count == 0) throw Rejections.EmptyZip(file.Name);
        foreach (var (entry, method) in entries)
        {
            var name = NameOf(entry);
            if (entry.IsEncrypted) throw Rejections.Encrypted(file.Name, name);
            if (ZipMethods.Unreadable(method) is { } unreadable) throw Rejections.OtherMethod(file.Name, name, unreadable);
            _entries.Add(new HistoryEntry(file.Name, name, entry.CompressedLength, entry.Length, () => OpenEntry(file, entry)) { IsInZip = true });
        }
    }

    private static ZipArchive OpenZip(UploadedFile file, FileStream stream)
    {
        try
        {
            stream.Position = 0;
            var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = zip.Entries.Count;
            return zip;
        }
        catch (InvalidDataException)
        {
            throw Rejections.CutOffZip(file.Name);
        }
    }

    private static Stream OpenEntry(UploadedFile file, ZipArchiveEntry entry)
    {
        try
        {
            return entry.Open();
        }
        catch (InvalidDataException exception)
        {
            throw Rejections.DamagedEntry(file.Name, NameOf(entry), exception);
        }
    }

    /// <summary>Folders, and the doubles that macOS puts beside every file, are no files.</summary>
    private static bool IsFile(ZipArchiveEntry entry) =>
        !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\') && !entry.FullName.Contains("__MACOSX", StringComparison.Ordinal)
        && !NameOf(entry).StartsWith("._", StringComparison.Ordinal);

    private static string NameOf(ZipArchiveEntry entry) => CleanName(entry.FullName);

    /// <summary>The last part of a name from outside, fit to be shown.</summary>
    public static string CleanName(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var shown = CatalogName.Display(JsonText.WithoutHalves(last), 128);
        return shown.Length == 0 ? "unnamed" : shown;
    }
}
