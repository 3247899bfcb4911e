using Personalify.Testing;

namespace Personalify.Api.Tests.Imports;

/// <summary>Real people's exports, which lie beside the repository where somebody has them; they are never part of it.</summary>
internal static class RealExports
{
    public static string Folder { get; } = FindFolder();

    public static GivenFile Read(string name) => new(name, File.ReadAllBytes(Path.Combine(Folder, name)));

    private static string FindFolder([System.Runtime.CompilerServices.CallerFilePath] string here = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(here)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Personalify.sln"))) folder = folder.Parent!;
        return Path.Combine(folder.Parent!.FullName, "shared", "data", "exports");
    }
}

/// <summary>A test over real exports. Where they are missing it says so and is skipped, in CI too: they may not be published.</summary>
public sealed class RealExportTheoryAttribute : TheoryAttribute
{
    public RealExportTheoryAttribute() =>
        Skip = Directory.Exists(RealExports.Folder) ? new StoreFactAttribute().Skip : $"There are no real exports in {RealExports.Folder}.";
}
