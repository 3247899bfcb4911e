namespace Personalify.DevStack.Tests.Containers;

/// <summary>The images of Api and Web, each built once for all tests that look into it or start it.</summary>
public sealed class BuiltImages : IAsyncLifetime
{
    private readonly TestFolder _folder = new();
    private readonly Dictionary<string, string> _roots = [];
    private ImageBuild? _build;

    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>The root folder of the image that a Dockerfile makes. Nothing in its programs can be written, as in a container.</summary>
    internal async Task<string> RootAsync(string dockerfile)
    {
        if (_roots.TryGetValue(dockerfile, out var root)) return root;
        _build ??= new ImageBuild(await BuildContext.ReadAsync(), _folder["images"]);
        root = await _build.BuildAsync(await Dockerfile.ReadAsync(dockerfile));
        await ShortCommand.RunAsync("chmod", "-R", "a-w,a+rX", $"{root}/app", $"{root}/healthcheck");
        return _roots[dockerfile] = root;
    }

    public async Task DisposeAsync()
    {
        await ShortCommand.RunAsync("chmod", "-R", "u+w", _folder.Path);
        _folder.Dispose();
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
}
