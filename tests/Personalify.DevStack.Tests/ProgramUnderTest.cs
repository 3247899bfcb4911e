using System.Diagnostics;

namespace Personalify.DevStack.Tests;

/// <summary>The program as make starts it: a process of its own, whose temporary files lie in a folder of the test's.</summary>
internal sealed class ProgramUnderTest : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Personalify.DevStack.dll");
    private readonly TestFolder _folder = new();

    public string Folder => _folder.Path;

    public string LogFile => _folder["program.log"];

    public string Log => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    public static string[] Command(params string[] arguments) => ["dotnet", Program, .. arguments];

    public Task<ServerProcess> StartAsync(string[] command, params (string Name, string Value)[] environment) =>
        ServerProcess.StartAsync(new ServerCommand("DevStack", command[0], command[1..], LogFile)
        {
            Environment = environment.Append(("TMPDIR", Folder)).ToDictionary(pair => pair.Item1, pair => (string?)pair.Item2),
        });

    /// <summary>Ends only the process itself, at once.</summary>
    public static void Kill(ServerProcess program)
    {
        using var itself = Process.GetProcessById(program.Id);
        itself.Kill();
    }

    /// <summary>Whether any process of this machine has the test's folder in its command line.</summary>
    public bool HasProcesses() =>
        Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _))
            .Any(folder => ReadCommandLine(folder).Contains(Folder, StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    // A process may end between being listed and being read.
    private static string ReadCommandLine(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "cmdline"));
        }
        catch (IOException)
        {
            return "";
        }
    }
}
