namespace Personalify.DevStack;

/// <summary>A project of this repository as <c>make build</c> published it: complete, and started without any build.</summary>
internal static class PublishedApp
{
    public static AppOptions Options(string name, string project, Uri address, string readyPath, string logFile)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "publish", project);
        var program = Path.Combine(folder, $"{project}.dll");
        if (!File.Exists(program)) throw new DevStackException($"{program} is missing. Run `make build`.");
        return new AppOptions(name, DotnetHost, [program], address, readyPath, logFile) { WorkingDirectory = folder };
    }

    // The host that runs this program runs the applications too, wherever it is installed.
    private static string DotnetHost =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
}
