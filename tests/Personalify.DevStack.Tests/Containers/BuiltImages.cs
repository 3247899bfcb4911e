namespace Personalify.DevStack.Tests.Containers;

/// <summary>The images of Api and Web, built once for all tests that look into them or start them.</summary>
public sealed class BuiltImages : IDisposable
{
    private readonly TestFolder _folder = new();
    private readonly Lazy<Task<Dictionary<string, string>>> _roots;

    public BuiltImages() => _roots = new(BuildAsync);

    /// <summary>The root folder of the image that a Dockerfile makes.</summary>
    internal async Task<string> RootAsync(string dockerfile) => (await _roots.Value)[dockerfile];

    public void Dispose() => _folder.Dispose();

    private async Task<Dictionary<string, string>> BuildAsync()
    {
        var build = new ImageBuild(await BuildContext.ReadAsync(), _folder["images"]);
        var roots = new Dictionary<string, string>();
        foreach (var path in Dockerfiles.OfApps) roots[path] = await build.BuildAsync(await Dockerfile.ReadAsync(path));
        return roots;
    }
}

[CollectionDefinition(nameof(BuiltImages))]
public sealed class BuiltImagesCollection : ICollectionFixture<BuiltImages>;

/// <summary>The Dockerfiles of the repository, by their paths.</summary>
internal static class Dockerfiles
{
    public const string Api = "Personalify.Api/Dockerfile";
    public const string Web = "Personalify.Web/Dockerfile";
    public const string Caddy = "docker/caddy/Dockerfile";

    public static IReadOnlyList<string> OfApps { get; } = [Api, Web];
}
