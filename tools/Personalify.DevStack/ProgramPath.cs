namespace Personalify.DevStack;

/// <summary>Programs that the system has: on the PATH, or where packages put servers.</summary>
internal static class ProgramPath
{
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Append("/usr/bin").Append("/usr/local/bin").Append("/opt/homebrew/bin")
            .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
