using System.Diagnostics;
using System.Globalization;

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

    /// <summary>Ends at once what runs this program on a port that only this run gave it, as an argument or in its environment.</summary>
    public static void Kill(string program, string port)
    {
        var ids = Processes().Where(process => process.CommandLine.Contains(program, StringComparison.Ordinal)
            && (process.CommandLine + Read(process.Id, "environ")).Contains(port, StringComparison.Ordinal)).Select(process => process.Id);
        foreach (var id in ids.ToList())
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
    }

    /// <summary>Whether any process of this machine has the test's folder in its command line.</summary>
    public bool HasProcesses() =>
        Processes().Any(process => process.CommandLine.Contains(Folder, StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<(int Id, string CommandLine)> Processes() =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _)
        let id = int.Parse(Path.GetFileName(folder), CultureInfo.InvariantCulture)
        select (id, Read(id, "cmdline"));

    // A process may end between being listed and being read.
    private static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
