using Personalify.Benchmarks.Music.Stores;
using Personalify.GraphQL;

namespace Personalify.Benchmarks.Music.Schema;

[QueryType]
internal static class Queries
{
    public static async Task<User?> GetUserAsync(int id, StatementDataLoader statements) =>
        await statements.QueryAsync(MusicStore.User(id)) is [var found] ? new User(found.Id, found.Name) : null;

    public static async ValueTask<CachedUser?> GetCachedUserAsync(int id, MusicCache cache) =>
        await cache.UserAsync(id) is { } found ? new CachedUser(found.Id, found.Name) : null;

    public static ValueTask<Snapshot?> GetSnapshotAsync(int userId, TimeRange range, MusicCache cache) => cache.SnapshotAsync(userId, range);

    public static IReadOnlyList<KnownTrack> GetTracks(KnownTracks known, [DefaultValue(100)] int first) => known.First(first);
}
