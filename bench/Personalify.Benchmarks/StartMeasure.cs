using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Personalify.DevStack;

namespace Personalify.Benchmarks;

/// <summary>From the command to the first page: with an empty data folder, and again with what that start left.</summary>
internal sealed partial class StartMeasure : IMeasure
{
    private const double SecondsAllowed = 6;
    private const int Starts = 3;
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(5);

    public string Name => "start";

    public string Description => "seconds from `make run` to the first page served, everything being installed and built";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var empty = await StartAsync("empty data folder", Path.Combine(folder, "data"), progress, cancellationToken);
        List<double> prepared = [];
        for (var start = 1; start <= Starts; start++) prepared.Add(await StartAsync($"prepared, {start} of {Starts}", Path.Combine(folder, "data"), progress, cancellationToken));
        prepared.Sort();
        return
        [
            new("first page, empty data folder", empty, "s"),
            new($"first page, prepared (median of {Starts})", prepared[Starts / 2], "s", SecondsAllowed),
            new("prepared over empty", prepared[Starts / 2] / empty, "×"),
        ];
    }

    private static async Task<double> StartAsync(string title, string data, TextWriter progress, CancellationToken cancellationToken)
    {
        var log = Path.Combine(Path.GetDirectoryName(data)!, $"{Guid.NewGuid():N}.log");
        var started = Stopwatch.GetTimestamp();
        await using var make = await ServerProcess.StartAsync(new ServerCommand("make run", "make", ["run"], log)
        {
            WorkingDirectory = Repository.Root,
            StopSignal = PosixSignal.SIGTERM,
            Environment = new Dictionary<string, string?>
            {
                ["PERSONALIFY_DATA"] = data,
                ["PERSONALIFY_WEB_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
                ["PERSONALIFY_API_PORT"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            },
        });
        await make.WaitUntilReadyAsync(async token => Ready().IsMatch(await ReadAsync(log, token)), StartLimit, cancellationToken);
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await progress.WriteLineAsync($"{title}: {seconds.ToString("0.0", CultureInfo.InvariantCulture)} s");
        await progress.WriteLineAsync(string.Join('\n', Step().Matches(await ReadAsync(log, cancellationToken)).Select(match => match.Value)));
        return seconds;
    }

    private static async Task<string> ReadAsync(string log, CancellationToken cancellationToken) =>
        File.Exists(log) ? await File.ReadAllTextAsync(log, cancellationToken) : "";

    [GeneratedRegex(@"^  ready +\d", RegexOptions.Multiline)]
    private static partial Regex Ready();

    [GeneratedRegex(@"^  .+ \d+\.\d s.*$", RegexOptions.Multiline)]
    private static partial Regex Step();
}
