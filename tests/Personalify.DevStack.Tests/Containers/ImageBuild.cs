using System.Collections;

namespace Personalify.DevStack.Tests.Containers;

/// <summary>
/// Carries out a Dockerfile without a container engine: each stage is a folder, COPY copies what .dockerignore lets through, and RUN runs
/// the line as it stands with this machine's Node.js and .NET, in the folder that WORKDIR names. So the base images are not tried.
/// </summary>
internal sealed class ImageBuild(BuildContext context, string folder)
{
    // A compiler or build node that stayed behind would outlive the test; in a container it ends with its step.
    private static readonly Dictionary<string, string> BuildVariables = new()
    {
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
    };

    private readonly Dictionary<string, string> _built = [];

    /// <summary>The root folder of the finished image.</summary>
    public async Task<string> BuildAsync(Dockerfile dockerfile)
    {
        var stages = new Dictionary<string, string>();
        foreach (var stage in dockerfile.Stages)
        {
            var root = await BuildAsync(stage, stages);
            if (stage.Name is not null) stages[stage.Name] = root;
            if (stage == dockerfile.Final) return root;
        }

        throw new InvalidOperationException($"{dockerfile.Path} has no stage.");
    }

    private async Task<string> BuildAsync(Stage stage, Dictionary<string, string> stages)
    {
        // A stage that takes from others differs with them; what the same lines make of the repository is made once.
        var isShared = stage.Instructions.All(step => step.From is null);
        if (isShared && _built.TryGetValue(stage.Key, out var built)) return built;
        var root = Path.Combine(folder, $"stage-{Directory.CreateDirectory(folder).GetDirectories().Length}");
        var work = root;
        foreach (var step in stage.Instructions) work = await CarryOutAsync(step, root, work, stages);
        if (isShared) _built[stage.Key] = root;
        return root;
    }

    private async Task<string> CarryOutAsync(Instruction step, string root, string work, Dictionary<string, string> stages)
    {
        if (step.Keyword == "WORKDIR") return Directory.CreateDirectory(Place(root, work, step.Target)).FullName;
        if (step.Keyword == "RUN") await RunAsync(step.Text, work);
        if (step.Keyword != "COPY") return work;
        var target = Place(root, work, step.Target);
        if (step.From is { } stage) await CopyAsync(Place(stages[stage], "", step.Sources.Single()), target);
        else Copy(step, target);
        return work;
    }

    private void Copy(Instruction step, string target)
    {
        var isFolder = step.Target.EndsWith('/') || step.Sources.Count() > 1;
        foreach (var source in step.Sources) context.Copy(source, isFolder ? Path.Combine(target, Path.GetFileName(source)) : target);
    }

    /// <summary>Files are linked instead of copied, since npm's are many and nothing changes them.</summary>
    private static async Task CopyAsync(string source, string target)
    {
        Directory.CreateDirectory(target);
        string[] link = OperatingSystem.IsLinux() ? ["--link"] : [];
        await ShortCommand.RunAsync("cp", ["-a", .. link, $"{source}/.", target]);
    }

    private static async Task RunAsync(string line, string work)
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .Select(pair => KeyValuePair.Create((string)pair.Key, (string)pair.Value!))
            .UnionBy(BuildVariables, pair => pair.Key).ToDictionary();
        var result = await ProgramRun.OfAsync("/bin/sh", ["-e", "-c", line], variables, work);
        Assert.True(result.ExitCode == 0, $"RUN {line} ended with {result.ExitCode}: {result.Output}");
    }

    private static string Place(string root, string work, string path) =>
        path.StartsWith('/') ? Path.Join(root, path) : Path.GetFullPath(Path.Combine(work, path));
}
