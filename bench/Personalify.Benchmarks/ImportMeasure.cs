using System.Diagnostics;
using Personalify.Api.Imports.Demo;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// An export from <c>startImport</c> to the committed end, over a bare COPY of the plays that it left, into the same table with the same indexes and
/// constraints; and how much memory the Api takes for it.
/// </summary>
internal sealed class ImportMeasure : IMeasure
{
    private const double TimeAllowed = 2.5;
    private const double MegabytesAllowed = 80;
    private const double GrowthAllowed = 1.2;
    private const int Rounds = 5;
    private static readonly DateOnly LastDay = new(2025, 12, 31);

    public string Name => "import";

    public string Description => "an import of 150,000 plays over a bare COPY of the same rows; memory of the Api above idle";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var (small, large) = (WriteExport(folder, 150_000), WriteExport(folder, 1_500_000));
        List<Figure> figures = [.. await MeasureTimeAsync("150,000 plays", small, progress, cancellationToken)];
        if (File.Exists(ListenerB)) figures.AddRange(await MeasureTimeAsync("listener b", ListenerB, progress, cancellationToken));
        else await progress.WriteLineAsync($"{ListenerB} is missing: a real export is not measured.");
        var (memory, memoryOfTen) = (await MeasureMemoryAsync(small, progress, cancellationToken), await MeasureMemoryAsync(large, progress, cancellationToken));
        figures.Add(new("memory above idle, 150,000 plays", memory, "MB", MegabytesAllowed));
        figures.Add(new("memory above idle, 1,500,000 plays", memoryOfTen, "MB", MegabytesAllowed));
        figures.Add(new("larger over smaller of the two", Math.Max(memory, memoryOfTen) / Math.Min(memory, memoryOfTen), "×", GrowthAllowed));
        return figures;
    }

    /// <summary>A real export, where somebody has put it beside the repository.</summary>
    private static string ListenerB => Path.Combine(Repository.Root, "..", "shared", "data", "exports", "listener-b-extended.zip");

    private static string WriteExport(string folder, int plays)
    {
        var path = Path.Combine(folder, $"{plays}.zip");
        using var file = File.Create(path);
        DemoExport.Write(new DemoListener(plays, seed: 1, LastDay).Plays(), LastDay, file);
        return path;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureTimeAsync(string title, string export, TextWriter progress, CancellationToken cancellationToken)
    {
        await using var api = await ApiUnderTest.StartAsync(cancellationToken);
        var rounds = new ImportRounds(api);
        List<(double Import, double Copy)> seconds = [];
        for (var round = 0; round <= Rounds; round++)
        {
            seconds.Add(await rounds.RunAsync(export, cancellationToken));
            await progress.WriteLineAsync($"{title}, {(round == 0 ? "first of the process" : $"{round} of {Rounds}")}: import {seconds[^1].Import:F2} s, COPY {seconds[^1].Copy:F2} s");
        }
        var (import, copy) = (Median(seconds.Skip(1).Select(round => round.Import)), Median(seconds.Skip(1).Select(round => round.Copy)));
        return
        [
            new($"{title}: import", import, "s"),
            new($"{title}: COPY", copy, "s"),
            new($"{title}: import over COPY", import / copy, "×", TimeAllowed),
            new($"{title}: first import of a process over COPY", seconds[0].Import / copy, "×"),
        ];
    }

    private static async Task<double> MeasureMemoryAsync(string export, TextWriter progress, CancellationToken cancellationToken)
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

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
