using System.Globalization;
using Microsoft.Extensions.Options;
using Personalify.Api.Hosting;

namespace Personalify.Api.Imports;

/// <summary>How many bytes are free on the disk of a folder.</summary>
public delegate long FreeDiskSpace(string folder);

/// <summary>
/// Uploaded files on disk: <c>uploads/{import}/{number}</c>, readable by this process's user only. The sender's names stay in the database,
/// so nothing that came from outside is ever part of a path.
/// </summary>
/// <param name="options">Where the folder is.</param>
/// <param name="disk">Tells what is free on its disk.</param>
public sealed class UploadFolder(IOptions<ImportOptions> options, FreeDiskSpace disk)
{
    public string Root { get; } = RootOf(options.Value);

    /// <summary>Files that came with a GraphQL request lie here too until their import has them, so that it need not copy them.</summary>
    public static string RootOf(ImportOptions options) => Path.GetFullPath(Path.Combine(options.DataPath, "uploads"));

    public string PathOf(int importId, int number) => Path.Combine(FolderOf(importId), number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A new file for a body that is on its way; <see cref="Keep"/> gives it its place.</summary>
    public FileStream CreateIncoming()
    {
        OwnerOnlyFolder.Create(Root);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new FileStream(Path.Combine(Root, $"incoming-{Guid.NewGuid():N}"), options);
    }

    /// <summary>Gives a file that has arrived its place.</summary>
    public void Keep(Action<string> moveTo, int importId, int number)
    {
        OwnerOnlyFolder.Create(FolderOf(importId));
        moveTo(PathOf(importId, number));
    }

    public bool Exists(int importId) => Directory.Exists(FolderOf(importId));

    public void Delete(int importId)
    {
        if (Exists(importId)) Directory.Delete(FolderOf(importId), recursive: true);
    }

    public long FreeBytes()
    {
        OwnerOnlyFolder.Create(Root);
        return disk(Root);
    }

    /// <summary>Imports that have a folder, and bodies that never arrived whole and were not written to since <paramref name="before"/>.</summary>
    public (IReadOnlyList<int> Imports, IReadOnlyList<string> Incoming) Leftovers(DateTimeOffset before)
    {
        OwnerOnlyFolder.Create(Root);
        var imports = Directory.EnumerateDirectories(Root).Where(path => Directory.GetLastWriteTimeUtc(path) < before.UtcDateTime)
            .Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0).Where(id => id > 0);
        var incoming = Directory.EnumerateFiles(Root).Where(path => File.GetLastWriteTimeUtc(path) < before.UtcDateTime);
        return ([.. imports], [.. incoming]);
    }

    private string FolderOf(int importId) => Path.Combine(Root, importId.ToString(CultureInfo.InvariantCulture));
}
