namespace Personalify.DevStack;

/// <summary>A project of this repository as <c>make build</c> published it: complete, and started without any build.</summary>
internal static class PublishedApp
{
    // By default the youngest generation grows with the processor's cache, to many times of what a request or an import needs at once:
    // memory would then depend on the machine, and on how long an import takes. .NET reads this from the environment only, in hexadecimal.
    private static readonly KeyValuePair<string, string?> SmallYoungGeneration = new("DOTNET_GCgen0size", "400000");

    public static AppOptions Options(
        string name, string project, Uri address, string readyPath, string logFile, IReadOnlyDictionary<string, string?> environment)
    {
        var folder = Path.Combine(Repository.Root, "artifacts", "publish", project);
        var program = Path.Combine(folder, $"{project}.dll");
        if (!File.Exists(program)) throw new DevStackException($"{program} is missing. Run `make build`.");
        return new AppOptions(name, DotnetHost, [program], address, readyPath, logFile)
        {
            WorkingDirectory = folder,
            Environment = environment.Append(SmallYoungGeneration).ToDictionary(),
        };
    }

    // The host that runs this program runs the applications too, wherever it is installed.
    private static string DotnetHost =>
        Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? Environment.ProcessPath! : "dotnet";
}
