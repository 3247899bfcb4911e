using System.Runtime.InteropServices;
using System.Text.Json;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>Figures for later comparison, with what must be known about the machine to read them: <c>bench/results/NAME.json</c>.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(IMeasure measure, IReadOnlyList<Figure> figures, DateTimeOffset at)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "bench", "results"));
        var result = new
        {
            measure.Name,
            measure.Description,
            at,
            machine = new
            {
                processors = Environment.ProcessorCount,
                memoryMegabytes = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 20,
                system = RuntimeInformation.OSDescription,
                runtime = RuntimeInformation.FrameworkDescription,
            },
            figures,
        };
        File.WriteAllText(Path.Combine(folder.FullName, $"{measure.Name}.json"), JsonSerializer.Serialize(result, Options) + "\n");
    }
}
