using System.Diagnostics;

namespace Personalify.DevStack;

/// <summary>A program that is run to its end for what it prints.</summary>
internal static class ShortCommand
{
    public static async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = await ProcessStarter.StartAsync(start);
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? output.Trim()
            : throw new DevStackException($"{program} {string.Join(' ', arguments)} ended with exit code {process.ExitCode}: {(await errors).Trim()}");
    }
}
