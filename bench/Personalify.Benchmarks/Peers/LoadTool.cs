using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Personalify.DevStack;

namespace Personalify.Benchmarks.Peers;

/// <summary>What one run of the load tool found.</summary>
internal sealed record LoadResult(long Requests, long Microseconds, long P50, long P95, long P99, long Longest, long Failed)
{
    public double PerSecond => Requests / (Microseconds / 1e6);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{PerSecond,9:#,0}/s  p50 {P50 / 1000d,6:0.00} ms  p99 {P99 / 1000d,6:0.00} ms");
}

/// <summary>The program wrk: posts the bodies of a file in turn, over a number of connections.</summary>
internal static class LoadTool
{
    private const string Program = "wrk";

    /// <exception cref="DevStackException">The tool is missing, or requests failed.</exception>
    public static async Task<LoadResult> RunAsync(
        Uri address, string bodies, int connections, double seconds, CancellationToken cancellationToken, string? authorization = null)
    {
        var script = Path.Combine(Repository.Root, "bench", "peers", "post.lua");
        var whole = Math.Max(1, (int)Math.Ceiling(seconds));
        string[] arguments = ["-t1", $"-c{connections}", $"-d{whole}s", "--timeout", "10s", "-s", script, address.ToString(), "--", bodies];
        if (authorization is not null) arguments = [.. arguments, authorization];
        using var process = Process.Start(new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true })
            ?? throw new DevStackException($"{Program} did not start.");
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return Read(output, address);
    }

    private static LoadResult Read(string output, Uri address)
    {
        var figures = output.Split('\n').LastOrDefault(line => line.StartsWith('{')) ?? throw new DevStackException($"{Program} said nothing of {address}: {output}");
        var result = JsonSerializer.Deserialize<LoadResult>(figures, JsonSerializerOptions.Web)!;
        return result is { Failed: 0, Requests: > 0 } ? result : throw new DevStackException($"{result.Failed} requests to {address} failed, {result.Requests} did not.");
    }
}
