using System.Security.Cryptography;
using System.Text;

namespace Personalify.DevStack;

/// <summary>
/// A checkout in a home that nobody else may enter (root's, above all) is closed to the user that the stores run as.
/// Then programs and data of the stores lie in the system's own places, under a name made from the path they stand for.
/// </summary>
internal static class ReachableFolder
{
    private const string Cache = "/var/cache/personalify";
    private const string Data = "/var/lib/personalify";
    private static readonly SemaphoreSlim Copying = new(1);

    /// <summary>The folder itself when the stores' user can reach it, otherwise its stand-in.</summary>
    public static string For(string folder) =>
        ServerUser.ToBecome is null || ServerUser.CanReach(folder) ? folder : Path.Combine(Data, NameFor(folder), Path.GetFileName(folder));

    /// <summary>A copy of a folder of programs, with the libraries and shared files that lie beside it.</summary>
    public static async Task<string> CopyOfAsync(string programs)
    {
        var source = Path.GetDirectoryName(programs)!;
        var target = Path.Combine(Cache, NameFor($"{programs} {Directory.GetLastWriteTimeUtc(programs):O}"));
        await Copying.WaitAsync(); // both PostgreSQL nodes start at once and want the same copy
        try
        {
            if (!Directory.Exists(target)) await CopyAsync(source, target);
        }
        finally
        {
            Copying.Release();
        }

        return Path.Combine(target, Path.GetFileName(programs));
    }

    // Copied beside and then renamed, so that a copy under its final name is whole, whichever process made it.
    private static async Task CopyAsync(string source, string target)
    {
        var partial = $"{target}.{Guid.NewGuid():N}";
        Directory.CreateDirectory(Cache);
        await ShortCommand.RunAsync("cp", "-a", source, partial);
        await ShortCommand.RunAsync("chmod", "-R", "a+rX", partial);
        if (Directory.Exists(target)) Directory.Delete(partial, recursive: true);
        else Directory.Move(partial, target);
    }

    private static string NameFor(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
