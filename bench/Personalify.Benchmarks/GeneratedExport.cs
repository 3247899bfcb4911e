using Personalify.Api.Imports.Demo;

namespace Personalify.Benchmarks;

/// <summary>An export as large as a measure wants it, always the same for the same size.</summary>
internal static class GeneratedExport
{
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    public static string Write(string folder, int plays)
    {
        var path = Path.Combine(folder, $"{plays}.zip");
        using var file = File.Create(path);
        DemoExport.Write(new DemoListener(plays, seed: 1, LastDay).Plays(), LastDay, file);
        return path;
    }
}
