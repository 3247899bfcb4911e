using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Personalify.DevStack;

/// <summary>A program to start: what, with which arguments and environment, and where its output goes.</summary>
public sealed record ServerCommand(string Name, string Program, IReadOnlyList<string> Arguments, string LogFile)
{
    public IReadOnlyDictionary<string, string?> Environment { get; init; } = new Dictionary<string, string?>();

    public string WorkingDirectory { get; init; } = "/";

    /// <summary>What the program reads from its standard input; for secrets, which arguments and environment would show.</summary>
    public string Input { get; init; } = "";

    /// <summary>How the program is asked to end. A make passes on SIGTERM only: it takes for granted that a SIGINT reached all.</summary>
    public PosixSignal StopSignal { get; init; } = PosixSignal.SIGINT;

    internal ServerUser? RunAs { get; init; }

    /// <summary>Arguments of setpriv(1): the system interrupts the program when the thread that started it is gone.</summary>
    internal static IReadOnlyList<string> DiesWithParent { get; } = ["--pdeathsig", "INT", "--"];

    // The shell opens the log and is then replaced; so is every further program of the line, and the process id stays the same.
    internal ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo("/bin/sh")
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            WorkingDirectory = WorkingDirectory,
        };
        foreach (var argument in (string[])["-c", "exec \"$@\" >>\"$0\" 2>&1", LogFile, .. Guard(), Program, .. Arguments]) start.ArgumentList.Add(argument);
        foreach (var (name, value) in Environment) start.Environment[name] = value;
        return start;
    }

    // A session of its own keeps the terminal's Ctrl-C from the stores, so that they stop in order; the death signal stops them
    // when nobody is left to do so. Other systems than Linux have neither program; there a killed parent leaves its children.
    private string[] Guard()
    {
        if (!OperatingSystem.IsLinux()) return [];
        string[] user = RunAs is null ? [] : ["--reuid", $"{RunAs.UserId}", "--regid", $"{RunAs.GroupId}", "--clear-groups"];
        return ["setsid", "setpriv", .. user, .. DiesWithParent];
    }
}
