namespace Personalify.Benchmarks.Music;

/// <summary>What the process has done so far, for differences between two looks.</summary>
internal static class Counters
{
    private static long _batches;

    public static void CountBatch() => Interlocked.Increment(ref _batches);

    public static object Read() => new { batches = Interlocked.Read(ref _batches), allocatedBytes = GC.GetTotalAllocatedBytes() };
}
