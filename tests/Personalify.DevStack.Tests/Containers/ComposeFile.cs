using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>docker-compose.yml as a container engine would read it, with an .env that <c>make env</c> made for the test.</summary>
internal sealed partial class ComposeFile(JsonObject json)
{
    public static string Example { get; } = Path.Combine(Repository.Root, ".env.example");

    public static string Source { get; } = Path.Combine(Repository.Root, "docker-compose.yml");

    public IReadOnlyList<ComposeService> Services { get; } =
        [.. json["services"]!.AsObject().Select(service => new ComposeService(service.Key, service.Value!.AsObject()))];

    public IReadOnlyList<string> Volumes => Names("volumes");

    public IReadOnlyList<string> Networks => Names("networks");

    public ComposeService this[string name] => Services.Single(service => service.Name == name);

    public static async Task<ComposeFile> ReadAsync(TestFolder folder, params (string Name, string Value)[] changes) =>
        new(await ContainerScript.ReadAsync<JsonObject>("compose.mjs", Source, await NewEnvAsync(folder, changes)));

    /// <summary>What <c>make env</c> would write, with some values set.</summary>
    public static async Task<string> NewEnvAsync(TestFolder folder, params (string Name, string Value)[] changes)
    {
        var file = folder[$"{Guid.NewGuid():N}.env"];
        await MakeEnvAsync(file);
        var lines = (await File.ReadAllLinesAsync(file)).ToList();
        foreach (var (name, value) in changes)
        {
            lines[lines.FindIndex(line => line.StartsWith($"{name}=", StringComparison.Ordinal))] = $"{name}={value}";
        }

        await File.WriteAllLinesAsync(file, lines);
        return file;
    }

    /// <summary>What <c>make env</c> does, for another file than .env.</summary>
    public static async Task MakeEnvAsync(string file)
    {
        var made = await ProgramRun.OfAsync(Path.Combine(Repository.Root, "tools", "new-env"), [Example, file]);
        Assert.True(made.ExitCode == 0, made.Output);
    }

    /// <summary>The names that docker-compose.yml asks of the environment.</summary>
    public static IEnumerable<string> AskedVariables() =>
        Variable().Matches(File.ReadAllText(Source)).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>The names that .env.example gives.</summary>
    public static IEnumerable<string> GivenVariables() =>
        File.ReadLines(Example).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#'))
            .Select(line => line.Split('=')[0]);

    private List<string> Names(string section) => [.. json[section]!.AsObject().Select(entry => entry.Key)];

    [GeneratedRegex(@"(?<!\$)\$\{(\w+)")]
    private static partial Regex Variable();
}
