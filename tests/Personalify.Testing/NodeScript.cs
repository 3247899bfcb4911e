using System.Diagnostics;
using Personalify.DevStack;

namespace Personalify.Testing;

/// <summary>Runs a script of <c>tests/conformance</c>.</summary>
public static class NodeScript
{
    /// <summary>Why no script can run here, or <c>null</c>.</summary>
    public static string? Missing { get; } = MissingIn("", "graphql-ws");

    /// <summary>Why no subgraph can be composed here, or <c>null</c>.</summary>
    public static string? MissingComposition { get; } = MissingIn(Path.Combine("tests", "conformance", "federation"), "@apollo/composition");

    private static string? MissingIn(string folder, string package) => Directory.Exists(Path.Combine(Repository.Root, folder, "node_modules", package))
        ? null
        : "npm's packages are not installed: `make test` installs them.";

    /// <summary>The exit code and everything that was printed.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "tests", "conformance", script), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, await output + await errors);
    }
}
