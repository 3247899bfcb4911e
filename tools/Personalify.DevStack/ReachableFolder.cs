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

    /// <summary>The folder itself when the stores' user can reach it, otherwise its stand-in.</summary>
    public static string For(string folder) =>
        ServerUser.ToBecome is null || ServerUser.CanReach(folder) ? folder : Path.Combine(Data, NameFor(folder), Path.GetFileName(folder));

    /// <summary>A copy of a folder of programs, with the libraries and shared files that lie beside it.</summary>
    public static async Task<string> CopyOfAsync(string programs)
    {
        var source = Path.GetDirectoryName(programs)!;
        var target = Path.Combine(Cache, NameFor($"{programs} {Directory.GetLastWriteTimeUtc(programs):O}"));
        if (!Directory.Exists(target)) await CopyAsync(source, target);
        return Path.Combine(target, Path.GetFileName(programs));
    }

    // Copied beside and then renamed, so that a copy under its final name is whole.
    private static async Task CopyAsync(string source, string target)
    {
        var partial = $"{target}.{Environment.ProcessId}";
        Directory.CreateDirectory(Cache);
        await ShortCommand.RunAsync("cp", "-a", source, partial);
        await ShortCommand.RunAsync("chmod", "-R", "a+rX", partial);
        if (!Directory.Exists(target)) Directory.Move(partial, target);
    }

    private static string NameFor(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
