using System.Text.Json;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>The entities in Redis.</summary>
internal sealed class MusicCache(RedisConnection redis)
{
    public delegate T Parser<T>(ReadOnlySpan<byte> json);

    public async ValueTask<Named?> UserAsync(int id) => await GetAsync($"user:{id}", EntityJson.Named);

    public async ValueTask<TopIds?> TopAsync(int user, TimeRange range) => await GetAsync($"top:{user}:{TimeRanges.NameOf(range)}", EntityJson.Top);

    public async ValueTask<Snapshot?> SnapshotAsync(int user, TimeRange range) => await GetAsync($"snapshot:{user}:{TimeRanges.NameOf(range)}", SnapshotJson.Read);

    /// <summary>A whole response body.</summary>
    public async ValueTask<byte[]> ResponseAsync(int user, TimeRange range) => (await redis.GetAsync($"response:{user}:{TimeRanges.NameOf(range)}"))[0]!;

    public async ValueTask<KnownTrack[]> KnownAsync() => JsonSerializer.Deserialize<KnownTrack[]>((await redis.GetAsync("known"))[0]!, JsonSerializerOptions.Web)!;

    public ValueTask<Track[]> TracksAsync(IReadOnlyList<int> ids) => GetAsync("track:"u8, ids, EntityJson.Track);

    public ValueTask<Named[]> AlbumsAsync(IReadOnlyList<int> ids) => GetAsync("album:"u8, ids, EntityJson.Named);

    public ValueTask<Artist[]> ArtistsAsync(IReadOnlyList<int> ids) => GetAsync("artist:"u8, ids, EntityJson.Artist);

    private async ValueTask<T?> GetAsync<T>(string key, Parser<T> parse)
        where T : class => (await redis.GetAsync(key))[0] is { } json ? parse(json) : null;

    private ValueTask<T[]> GetAsync<T>(ReadOnlySpan<byte> prefix, IReadOnlyList<int> ids, Parser<T> parse) => ParseAsync(redis.GetAsync(prefix, ids), parse);

    private static async ValueTask<T[]> ParseAsync<T>(ValueTask<byte[]?[]> reply, Parser<T> parse) => Array.ConvertAll(await reply, json => parse(json));
}
