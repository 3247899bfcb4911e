using System.Text.Json.Serialization;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>One instruction of a Dockerfile.</summary>
internal sealed record Instruction(
    string Keyword, Dictionary<string, string> Flags, string[] Arguments, string Text, string[] Words)
{
    /// <summary>What a COPY takes: all but the last argument.</summary>
    [JsonIgnore]
    public IEnumerable<string> Sources => Arguments[..^1];

    [JsonIgnore]
    public string Target => Arguments[^1];

    /// <summary>The stage or image that a COPY takes from, or <c>null</c> for the repository.</summary>
    [JsonIgnore]
    public string? From => Flags.GetValueOrDefault("from");
}

/// <summary>One stage: what it is made from, under which name, and the instructions after its FROM.</summary>
internal sealed record Stage(string Base, string? Name, IReadOnlyList<Instruction> Instructions)
{
    /// <summary>The same for two stages that an engine would build once.</summary>
    public string Key => string.Join('\n', Instructions.Select(step => $"{step.Keyword} {step.From} {step.Text}").Prepend(Base));
}

/// <summary>A Dockerfile as its stages.</summary>
internal sealed record Dockerfile(string Path, IReadOnlyList<Stage> Stages)
{
    /// <summary>The user that the images of Microsoft without a shell set, and the number that they have for it.</summary>
    private const string AppUser = "$APP_UID";

    public Stage Final => Stages[^1];

    /// <summary>Who the container runs as.</summary>
    public string User => (Final.Instructions.LastOrDefault(step => step.Keyword == "USER")?.Arguments[0] ?? "root")
        .Replace(AppUser, "1654", StringComparison.Ordinal);

    /// <summary>The program with which the container starts.</summary>
    public string[] Start => Final.Instructions.Last(step => step.Keyword is "ENTRYPOINT" or "CMD").Words;

    public IReadOnlyDictionary<string, string> Environment => Final.Instructions.Where(step => step.Keyword == "ENV")
        .SelectMany(step => step.Arguments).Select(pair => pair.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1]);

    public static async Task<Dockerfile> ReadAsync(string path)
    {
        var steps = await ContainerScript.ReadAsync<Instruction[]>("dockerfile.mjs", System.IO.Path.Combine(Repository.Root, path));
        var starts = steps.Index().Where(step => step.Item.Keyword == "FROM").Select(step => step.Index).Append(steps.Length).ToArray();
        return new Dockerfile(path, [.. starts.Zip(starts.Skip(1), (from, to) => ToStage(steps[from], steps[(from + 1)..to]))]);
    }

    private static Stage ToStage(Instruction from, Instruction[] steps) =>
        new(from.Arguments[0], from.Arguments is [_, "AS" or "as", var name] ? name : null, steps);
}
