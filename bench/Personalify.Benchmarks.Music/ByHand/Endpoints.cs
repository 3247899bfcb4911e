using System.Buffers;
using System.IO.Pipelines;
using Personalify.Benchmarks.Music.Stores;

namespace Personalify.Benchmarks.Music.ByHand;

/// <summary>
/// What each query costs with no GraphQL: read the variables, get the data, write the answer. The bounds that engines are measured against.
/// </summary>
internal sealed class Endpoints(MusicStore store, MusicCache cache, KnownTrack[] known)
{
    private static readonly byte[] TypeName = [.. "{\"data\":{\"__typename\":\"Query\"}}"u8];

    private readonly PostgresDashboard _postgres = new(store);
    private readonly RedisDashboard _redis = new(cache);
    private readonly byte[] _tracks = Bytes(known);

    public Task HandleAsync(HttpContext context) => context.Request.Path.Value switch
    {
        "/constant" => WriteAsync(context, TypeName),
        "/constant-tracks" => WriteAsync(context, _tracks),
        "/tracks" => TracksAsync(context),
        "/snapshot" => SnapshotAsync(context),
        "/redis" => _redis.HandleAsync(context),
        "/redis-response" => ResponseAsync(context),
        "/postgres" => _postgres.InWavesAsync(context),
        "/postgres-statements" => _postgres.OneByOneAsync(context),
        "/counters" => context.Response.WriteAsJsonAsync(Counters.Read()),
        _ => Results.NotFound().ExecuteAsync(context),
    };

    private Task<FlushResult> TracksAsync(HttpContext context)
    {
        context.Response.ContentType = DashboardWriter.ContentType;
        DashboardWriter.WriteTracks(context.Response.BodyWriter, known);
        return context.Response.BodyWriter.FlushAsync().AsTask();
    }

    /// <summary>One GET, parsed into objects, and the selection written from them.</summary>
    private async Task SnapshotAsync(HttpContext context)
    {
        var (user, range) = await Variables.ReadAsync(context.Request);
        var snapshot = (await cache.SnapshotAsync(user, range))!;
        await DashboardWriter.WriteAsync(context.Response, snapshot.DisplayName, snapshot.Tracks, new SnapshotTracks(), snapshot.Artists);
    }

    /// <summary>One GET of the whole response, passed on.</summary>
    private async Task ResponseAsync(HttpContext context)
    {
        var (user, range) = await Variables.ReadAsync(context.Request);
        await WriteAsync(context, await cache.ResponseAsync(user, range));
    }

    private static Task<FlushResult> WriteAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = DashboardWriter.ContentType;
        context.Response.ContentLength = body.Length;
        return context.Response.BodyWriter.WriteAsync(body).AsTask();
    }

    private static byte[] Bytes(KnownTrack[] known)
    {
        var output = new ArrayBufferWriter<byte>();
        DashboardWriter.WriteTracks(output, known);
        return output.WrittenSpan.ToArray();
    }
}
