using System.Diagnostics;
using System.Globalization;
using Personalify.GraphQL.Tests.Differential;
using Personalify.GraphQL.Tests.Fuzzing;

namespace Personalify.Benchmarks;

/// <summary>
/// Ten million inputs for lexer, parser, printer, validator, executor and schema builder, by as many fuzzers as there are processors.
/// <c>PERSONALIFY_SEED</c> changes the inputs, <c>PERSONALIFY_INPUTS</c> their number.
/// </summary>
internal sealed class FuzzMeasure : IMeasure
{
    private const int Share = 50_000;
    private const double SecondsForOneInput = 5;
    private const double MegabytesAllowed = 512;

    public string Name => "fuzz";

    public string Description => "ten million generated inputs through the engine: none may crash, hang or take memory that stays";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var (seed, inputs) = (Setting("PERSONALIFY_SEED", 1), Setting("PERSONALIFY_INPUTS", 10_000_000));
        var fuzzers = Enumerable.Range(0, Environment.ProcessorCount).Select(offset => new Fuzzer(BatterySchema.Build(), BatterySchema.Sdl, (int)seed + offset)).ToArray();
        await progress.WriteLineAsync($"{inputs} inputs, seeds {string.Join(", ", fuzzers.Select(fuzzer => fuzzer.Seed))}");
        var started = Stopwatch.GetTimestamp();
        var (done, highest) = (0L, 0L);
        while (done < inputs)
        {
            await Task.WhenAll(fuzzers.Select(fuzzer => Task.Run(() => fuzzer.Run(Share, cancellationToken), cancellationToken)));
            done += Share * fuzzers.Length;
            highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false));
            if (done % 1_000_000 < Share * fuzzers.Length) await progress.WriteLineAsync($"{done} inputs, {fuzzers.Sum(fuzzer => fuzzer.Fates)} fates");
        }

        return Figures(fuzzers, done, Stopwatch.GetElapsedTime(started), highest);
    }

    private static IReadOnlyList<Figure> Figures(Fuzzer[] fuzzers, long done, TimeSpan elapsed, long highest) =>
    [
        new("inputs", done, ""),
        new("inputs in a second", done / elapsed.TotalSeconds, ""),
        new("accepted", 100.0 * fuzzers.Sum(fuzzer => fuzzer.Accepted) / done, "%"),
        new("different fates", fuzzers.Max(fuzzer => fuzzer.Fates), ""),
        new("slowest input", fuzzers.Max(fuzzer => fuzzer.Longest).TotalSeconds, "s", SecondsForOneInput),
        new("memory at its highest", highest / 1048576.0, "MB", MegabytesAllowed),
        new("memory that stays", GC.GetTotalMemory(forceFullCollection: true) / 1048576.0, "MB", MegabytesAllowed / 4),
    ];

    private static long Setting(string name, long otherwise) =>
        Environment.GetEnvironmentVariable(name) is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
