namespace Personalify.DevStack.Tests.Containers;

/// <summary>The files that an engine would send to the builder: those that .dockerignore does not hide.</summary>
internal sealed class BuildContext(IReadOnlyList<string> files)
{
    public IReadOnlyList<string> Files => files;

    public static async Task<BuildContext> ReadAsync()
    {
        var result = await ContainerScript.RunAsync("context.mjs", Repository.Root);
        Assert.True(result.ExitCode == 0, result.Output);
        return new BuildContext(result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    public bool Has(string source) => Below(source).Any();

    /// <summary>Copies a file, or what is in a folder, as COPY does.</summary>
    public void Copy(string source, string target)
    {
        foreach (var file in Below(source))
        {
            var name = file == source ? target : Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(name)!);
            File.Copy(Path.Combine(Repository.Root, file), name);
        }
    }

    private IEnumerable<string> Below(string source) =>
        files.Where(file => file == source || file.StartsWith($"{source}/", StringComparison.Ordinal));
}
