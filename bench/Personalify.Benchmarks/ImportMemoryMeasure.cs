using System.Diagnostics;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>The most memory that the Api takes above idle while it imports an export, and one ten times as large.</summary>
internal sealed class ImportMemoryMeasure : IMeasure
{
    private const double MegabytesAllowed = 80;
    private const double GrowthAllowed = 1.2;

    public string Name => "import-memory";

    public string Description => "megabytes of the Api above idle while it imports 150,000 plays, and 1,500,000";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var small = await MeasureAsync(GeneratedExport.Write(folder, 150_000), progress, cancellationToken);
        var large = await MeasureAsync(GeneratedExport.Write(folder, 1_500_000), progress, cancellationToken);
        return
        [
            new("above idle, 150,000 plays", small, "MB", MegabytesAllowed),
            new("above idle, 1,500,000 plays", large, "MB", MegabytesAllowed),
            new("larger over smaller of the two", Math.Max(small, large) / Math.Min(small, large), "×", GrowthAllowed),
        ];
    }

    private static async Task<double> MeasureAsync(string export, TextWriter progress, CancellationToken cancellationToken)
    {
        await using var api = await ApiUnderTest.StartAsync(cancellationToken);
        using var process = Process.GetProcessById(api.Process.Process.Id);
        var idle = process.WorkingSet64;
        await new ImportRounds(api).ImportAsync(export, cancellationToken);
        process.Refresh();
        var above = (process.PeakWorkingSet64 - idle) / (double)(1 << 20);
        await progress.WriteLineAsync($"{Path.GetFileName(export)}: idle {idle >> 20} MB, peak {process.PeakWorkingSet64 >> 20} MB");
        return above;
    }
}
