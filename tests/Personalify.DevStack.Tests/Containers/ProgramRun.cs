using System.Diagnostics;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>How a program ended, and everything that it printed.</summary>
internal sealed record ProgramResult(int ExitCode, string Output);

/// <summary>Runs a program to its end.</summary>
internal static class ProgramRun
{
    /// <param name="environment">The whole environment; <c>null</c> for this process's own.</param>
    public static async Task<ProgramResult> OfAsync(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string folder = "/")
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
        };
        if (environment is not null) start.Environment.Clear();
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;
        using var process = await ProcessStarter.StartAsync(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new ProgramResult(process.ExitCode, output + await errors);
    }
}
