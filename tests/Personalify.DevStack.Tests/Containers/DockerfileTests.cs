namespace Personalify.DevStack.Tests.Containers;

/// <summary>Each Dockerfile instruction by instruction, and its image as this machine's tools build it.</summary>
[Collection(nameof(BuiltImages))]
public sealed class DockerfileTests(BuiltImages images)
{
    /// <summary>Programs that the base images are known to have, by the repository of the image.</summary>
    private static readonly Dictionary<string, string[]> Tools = new()
    {
        ["node"] = ["npm"],
        ["mcr.microsoft.com/dotnet/sdk"] = ["dotnet", "mkdir"],
        ["mcr.microsoft.com/dotnet/aspnet"] = [], // Without a shell.
        ["caddy"] = ["install"],
    };

    [ContainerTheory]
    [InlineData(Dockerfiles.Api)]
    [InlineData(Dockerfiles.Web)]
    [InlineData(Dockerfiles.Caddy)]
    public async Task What_it_copies_is_in_the_repository_and_not_hidden_from_the_builder(string path)
    {
        var context = await BuildContext.ReadAsync();
        var copied = (await Dockerfile.ReadAsync(path)).Stages.SelectMany(stage => stage.Instructions)
            .Where(step => step is { Keyword: "COPY", From: null }).SelectMany(step => step.Sources).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, source => Assert.True(context.Has(source), $"{source} is not there, or .dockerignore hides it."));
    }

    [ContainerTheory]
    [InlineData(Dockerfiles.Api)]
    [InlineData(Dockerfiles.Web)]
    [InlineData(Dockerfiles.Caddy)]
    public async Task Its_stages_and_tools_are_known_and_the_last_one_starts_a_program_without_roots_rights(string path)
    {
        var dockerfile = await Dockerfile.ReadAsync(path);
        foreach (var (index, stage) in dockerfile.Stages.Index())
        {
            var earlier = dockerfile.Stages.Take(index).Select(other => other.Name).ToList();
            Assert.All(stage.Instructions.Select(step => step.From).OfType<string>(), name => Assert.Contains(name, earlier));
            var tools = Tools[stage.Base.Split(':')[0]];
            Assert.All(stage.Instructions.Where(step => step.Keyword == "RUN"), step => Assert.Contains(step.Arguments[0], tools));
        }

        Assert.Matches("^[1-9][0-9]+(:[1-9][0-9]+)?$", dockerfile.User);
        Assert.NotEmpty(dockerfile.Start);
    }

    [ContainerFact]
    public async Task The_builder_is_sent_no_secret_no_data_and_nothing_that_was_built_here()
    {
        Assert.Contains(".env", await File.ReadAllLinesAsync(Path.Combine(Repository.Root, ".gitignore")));
        var files = (await BuildContext.ReadAsync()).Files;
        string[] hidden = [".env", ".git", "node_modules", "artifacts", "bin", "obj", ".personalify", "tests"];
        Assert.DoesNotContain(files, file => file.Split('/').Intersect(hidden).Any());
        Assert.DoesNotContain(files, file => file.StartsWith("Personalify.Web/wwwroot/lib/", StringComparison.Ordinal));
    }

    [ContainerFact]
    public async Task The_Web_built_step_by_step_has_the_bundles_and_fonts_of_npm_and_no_symbols()
    {
        var root = await images.RootAsync(Dockerfiles.Web);
        string[] assets = ["site.css", "site.js", "charts.js", "imports.js", "tops.js", "instrument-sans-latin-ext-wght-normal.woff2"];
        Assert.All(assets, asset => Assert.True(File.Exists($"{root}/app/wwwroot/lib/{asset}"), $"{asset} is missing."));
        AssertHoldsOnlyWhatIsRun(root, await Dockerfile.ReadAsync(Dockerfiles.Web));
    }

    [ContainerFact]
    public async Task The_Api_built_step_by_step_has_the_IDE_of_npm_and_no_symbols()
    {
        var root = await images.RootAsync(Dockerfiles.Api);
        Assert.True(File.Exists($"{root}/app/bananacakepop/index.html"));
        Assert.True(File.Exists($"{root}/app/bananacakepop/LICENSE"));
        AssertHoldsOnlyWhatIsRun(root, await Dockerfile.ReadAsync(Dockerfiles.Api));
    }

    private static void AssertHoldsOnlyWhatIsRun(string root, Dockerfile dockerfile)
    {
        Assert.Equal(["app", "data", "healthcheck"], Directory.GetFileSystemEntries(root).Select(Path.GetFileName).Order());
        Assert.Empty(Directory.GetFileSystemEntries($"{root}/data"));
        Assert.True(File.Exists($"{root}/app/{dockerfile.Start[^1]}"));
        Assert.True(File.Exists($"{root}/healthcheck/Personalify.HealthCheck.dll"));
        Assert.Empty(Directory.EnumerateFiles(root, "*.pdb", SearchOption.AllDirectories));
        Assert.Empty(Directory.EnumerateFiles($"{root}/app", "Personalify.*.xml"));
    }
}
