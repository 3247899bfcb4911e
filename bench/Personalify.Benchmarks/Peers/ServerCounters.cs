using System.Net.Http.Json;

namespace Personalify.Benchmarks.Peers;

/// <summary>What the servers of Personalify.Benchmarks.Music count at <c>/counters</c>.</summary>
internal sealed record ServerCounters(long Batches, long AllocatedBytes)
{
    private static readonly HttpClient Client = new(new SocketsHttpHandler { UseProxy = false });

    public static async Task<ServerCounters> ReadAsync(RunningContender server, CancellationToken cancellationToken) =>
        (await Client.GetFromJsonAsync<ServerCounters>(server.At("counters"), cancellationToken))!;

    public static ServerCounters operator -(ServerCounters later, ServerCounters earlier) =>
        new(later.Batches - earlier.Batches, later.AllocatedBytes - earlier.AllocatedBytes);
}
