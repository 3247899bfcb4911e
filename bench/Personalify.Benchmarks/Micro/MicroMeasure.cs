using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Personalify.DevStack;

namespace Personalify.Benchmarks.Micro;

/// <summary>The engine's parts by BenchmarkDotNet, within this process: their time and what they allocate.</summary>
internal sealed class MicroMeasure : IMeasure
{
    private const double NanosecondsPerMicrosecond = 1000;

    public string Name => "micro";

    public string Description => "the parts of the engine by BenchmarkDotNet: mean time and allocated bytes of each";

    public async Task<IReadOnlyList<Figure>> RunAsync(TextWriter progress, CancellationToken cancellationToken)
    {
        var folder = await TemporaryFolder.CreateAsync("personalify-bench-");
        var config = ManualConfig.CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithStrategy(RunStrategy.Throughput))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddLogger(new StreamLogger(Path.Combine(folder, "log.txt")))
            .WithArtifactsPath(folder);
        Summary[] summaries = [BenchmarkRunner.Run<EngineBenchmarks>(config), BenchmarkRunner.Run<MemberBenchmarks>(config)];
        return [.. summaries.SelectMany(summary => summary.Reports).SelectMany(Figures)];
    }

    private static IEnumerable<Figure> Figures(BenchmarkReport report)
    {
        var name = report.BenchmarkCase.Descriptor.WorkloadMethodDisplayInfo.Trim('\'');
        var statistics = report.ResultStatistics ?? throw new InvalidOperationException($"The benchmark '{name}' did not run.");
        yield return new Figure(name, statistics.Mean / NanosecondsPerMicrosecond, "µs");
        yield return new Figure($"{name}, allocated", report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0, "B");
    }
}
