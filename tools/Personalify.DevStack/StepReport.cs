using System.Diagnostics;
using System.Globalization;

namespace Personalify.DevStack;

/// <summary>Prints every step with the time it took, and at the end where everything is.</summary>
internal sealed class StepReport(TextWriter output)
{
    private const int NameWidth = 18;
    private readonly long _started = Stopwatch.GetTimestamp();

    public async Task<T> StepAsync<T>(string name, Func<Task<T>> step)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await step();
        await LineAsync(name, Seconds(started));
        return result;
    }

    public Task LineAsync(string name, string value) => output.WriteLineAsync($"  {name.PadRight(NameWidth)} {value}");

    public async Task TableAsync(IEnumerable<(string Name, string Value)> lines)
    {
        await LineAsync("ready", $"{Seconds(_started)} after the start");
        await output.WriteLineAsync();
        foreach (var (name, value) in lines) await LineAsync(name, value);
        await output.WriteLineAsync();
    }

    private static string Seconds(long started) =>
        Stopwatch.GetElapsedTime(started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
