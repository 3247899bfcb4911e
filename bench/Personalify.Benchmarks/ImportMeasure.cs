using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// An export from <c>startImport</c> to the committed end, over a bare COPY of the plays that it left, into the same table with the same
/// indexes and
/// constraints.
/// </summary>
internal sealed class ImportMeasure : IMeasure
{
    private const double TimeAllowed = 2.5;
    private const double PreviewAllowed = 1;
    private const int Rounds = 5;
    private const int PreviewRounds = 3;
    private static readonly int[] AccountRows = [10_000, 54_000, 131_000];

    public string Name => "import";

    public string Description => "an import of 150,000 plays over a bare COPY of the same rows, and a look at account data over its import";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        List<Figure> figures = [.. await MeasureAsync("150,000 plays", GeneratedExport.Write(folder, 150_000), progress, cancellationToken)];
        if (File.Exists(ListenerB)) figures.AddRange(await MeasureAsync("listener b", ListenerB, progress, cancellationToken));
        else await progress.WriteLineAsync($"{ListenerB} is missing: a real export is not measured.");
        foreach (var rows in AccountRows) figures.AddRange(await MeasurePreviewAsync(folder, rows, progress, cancellationToken));
        return figures;
    }

    /// <summary>A look at account data whose plays an extended history has too, over the import of the same file.</summary>
    private static async Task<IReadOnlyList<Figure>> MeasurePreviewAsync(
        string folder, int rows, TextWriter progress, CancellationToken cancellationToken)
    {
        var (extended, account) = (GeneratedExport.Write(folder, rows), GeneratedExport.WriteAccount(folder, rows));
        await using var api = await ApiUnderTest.StartAsync(cancellationToken);
        var measured = new ImportRounds(api);
        List<(double Preview, double Import)> seconds = [];
        for (var round = 0; round <= PreviewRounds; round++)
        {
            seconds.Add(await measured.RunOverAsync(extended, account, cancellationToken));
            await progress.WriteLineAsync(
                $"{rows:N0} account rows, {(round == 0 ? "first of the process" : $"{round} of {PreviewRounds}")}: "
                + $"preview {seconds[^1].Preview:F2} s, import {seconds[^1].Import:F2} s");
        }
        var (preview, import) =
            (Median(seconds.Skip(1).Select(round => round.Preview)), Median(seconds.Skip(1).Select(round => round.Import)));
        return
        [
            new($"{rows:N0} account rows: preview", preview, "s"),
            new($"{rows:N0} account rows: import", import, "s"),
            new($"{rows:N0} account rows: preview over import", preview / import, "×", PreviewAllowed),
        ];
    }

    /// <summary>A real export, where somebody has put it beside the repository.</summary>
    private static string ListenerB => Path.Combine(Repository.Root, "..", "shared", "data", "exports", "listener-b-extended.zip");

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(string title, string export, TextWriter progress, CancellationToken cancellationToken)
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

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
