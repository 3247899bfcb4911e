using System.Globalization;
using System.Runtime.InteropServices;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>
/// From the command to the first page: from an empty checkout, everything to be installed and built; with an empty data folder; and again with what
/// that start left.
/// </summary>
internal sealed class StartMeasure : IMeasure
{
    private const double SecondsAllowed = 6;
    private const int Starts = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(15);

    public string Name => "start";

    public string Description => "seconds from `make run` to the first page served, step by step";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var checkout = await CheckOutAsync(folder);
        var fresh = await StartAsync("empty checkout", checkout, Path.Combine(checkout, ".personalify"), progress, cancellationToken);
        var data = Path.Combine(folder, "data");
        var empty = await StartAsync("empty data folder", Repository.Root, data, progress, cancellationToken);
        List<double> prepared = [];
        for (var start = 1; start <= Starts; start++) prepared.Add(await StartAsync($"prepared, {start} of {Starts}", Repository.Root, data, progress, cancellationToken));
        prepared.Sort();
        return
        [
            new("first page, empty checkout", fresh, "s"),
            new("first page, empty data folder", empty, "s"),
            new($"first page, prepared (median of {Starts})", prepared[Starts / 2], "s", SecondsAllowed),
            new("prepared over empty data folder", prepared[Starts / 2] / empty, "×"),
        ];
    }

    /// <summary>What was committed last, without anything installed or built.</summary>
    private static async Task<string> CheckOutAsync(string folder)
    {
        var checkout = Path.Combine(folder, "checkout");
        await ServerProcess.RunAsync(new ServerCommand("git clone", "git", ["clone", "--quiet", Repository.Root, checkout], Path.Combine(folder, "clone.log")));
        return checkout;
    }

    private static async Task<double> StartAsync(string title, string checkout, string data, TextWriter progress, CancellationToken cancellationToken)
    {
        var log = new TimedLog(Path.Combine(Path.GetTempPath(), $"personalify-start-{Guid.NewGuid():N}.log"));
        await using var make = await ServerProcess.StartAsync(new ServerCommand("make run", "make", ["run"], log.Path)
        {
            WorkingDirectory = checkout,
            StopSignal = PosixSignal.SIGTERM,
            Environment = new Dictionary<string, string?>
            {
                ["PERSONALIFY_DATA"] = data,
                ["PERSONALIFY_WEB_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
                ["PERSONALIFY_API_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            },
        });
        await make.WaitUntilReadyAsync(log.HasLineAsync("  ready "), StartLimit, cancellationToken);
        var seconds = log.Elapsed.TotalSeconds;
        await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{title}: {seconds:0.0} s"));
        await progress.WriteLineAsync(log.ToString());
        File.Delete(log.Path);
        return seconds;
    }
}
