using System.Text.Json;
using Npgsql;
using Personalify.DevStack;
using StackExchange.Redis;

namespace Personalify.Benchmarks.Peers;

/// <summary>The data that all servers work on: tables from seed.sql, and from them the entries of Redis.</summary>
internal sealed class MusicSeed(NpgsqlDataSource postgres, IDatabase redis)
{
    public const int Users = 100;
    private const int Known = 100;
    private const int Tracks = 20;
    private const int Artists = 10;

    public static IReadOnlyList<string> TimeRanges { get; } = ["short_term", "medium_term", "long_term"];

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var sql = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "bench", "peers", "seed.sql"), cancellationToken);
        await using (var seed = postgres.CreateCommand(sql))
        {
            seed.CommandTimeout = 0;
            await seed.ExecuteNonQueryAsync(cancellationToken);
        }

        var entries = new Dictionary<string, string>();
        foreach (var statement in Statements()) await ReadAsync(statement, entries, cancellationToken);
        foreach (var part in entries.Chunk(1000)) await redis.StringSetAsync(Array.ConvertAll(part, entry => new KeyValuePair<RedisKey, RedisValue>(entry.Key, entry.Value)));
    }

    private async Task ReadAsync(string statement, Dictionary<string, string> entries, CancellationToken cancellationToken)
    {
        await using var select = postgres.CreateCommand(statement);
        await using var rows = await select.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken)) entries[rows.GetString(0)] = JsonSerializer.Serialize(rows.GetFieldValue<JsonElement>(1));
    }

    /// <summary>Each gives keys and values, in JSON's compact form only after it was read.</summary>
    private static IEnumerable<string> Statements() =>
    [
        "select 'user:' || id, json_build_object('id', id, 'displayName', display_name) from users",
        "select 'artist:' || id, json_build_object('id', id, 'name', name, 'genres', genres) from artists",
        "select 'album:' || id, json_build_object('id', id, 'name', name) from albums",
        $"select 'track:' || t.id, json_build_object('id', t.id, 'name', t.name, 'popularity', t.popularity, 'albumId', t.album_id, 'artistIds', {ArtistsOf("artist_id")}) from tracks t",
        $"select 'top:' || u.id || ':' || r, json_build_object('id', u.id, 'trackIds', {Ids("track", 50)}, 'artistIds', {Ids("artist", 50)}) from {UsersAndRanges}",
        $"select 'snapshot:' || u.id || ':' || r, json_build_object('id', u.id, 'displayName', u.display_name, {Lists}) from {UsersAndRanges}",
        $"select 'response:' || u.id || ':' || r, json_build_object('data', json_build_object('user', json_build_object('displayName', u.display_name, {Lists}))) from {UsersAndRanges}",
        $"""
         select 'known', json_agg(json_build_object('id', t.id, 'name', t.name, 'popularity', t.popularity, 'album', json_build_object('id', al.id, 'name', al.name),
             'artists', {ArtistsOf("json_build_object('id', a.id, 'name', a.name, 'genres', a.genres)")}) order by t.id)
         from tracks t join albums al on al.id = t.album_id where t.id <= {Known}
         """,
    ];

    private const string UsersAndRanges = "users u, unnest(enum_range(null::time_range)) r";

    private static string Lists =>
        $"""
         'topTracks', (select json_agg(json_build_object('name', t.name, 'popularity', t.popularity, 'album', json_build_object('name', al.name),
             'artists', {ArtistsOf("json_build_object('name', a.name)")}) order by top.rank)
             from user_top_tracks top join tracks t on t.id = top.track_id join albums al on al.id = t.album_id
             where top.user_id = u.id and top.time_range = r and top.rank <= {Tracks}),
         'topArtists', (select json_agg(json_build_object('name', a.name, 'genres', a.genres) order by top.rank)
             from user_top_artists top join artists a on a.id = top.artist_id where top.user_id = u.id and top.time_range = r and top.rank <= {Artists})
         """;

    private static string ArtistsOf(string expression) =>
        $"(select json_agg({expression} order by ta.position) from track_artists ta join artists a on a.id = ta.artist_id where ta.track_id = t.id)";

    private static string Ids(string kind, int count) =>
        $"(select json_agg({kind}_id order by rank) from user_top_{kind}s where user_id = u.id and time_range = r and rank <= {count})";
}
