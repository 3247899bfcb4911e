using Npgsql;

namespace Personalify.Benchmarks.Music.Stores;

/// <summary>The entities in PostgreSQL: statements to send, one by one or several in one round trip.</summary>
internal sealed class MusicStore(NpgsqlDataSource source)
{
    public static Statement<Named> User(int id) => new(MusicSql.User, row => new Named(row.GetInt32(0), row.GetString(1)), Statement.Parameter(id));

    public static Statement<int> TopTracks(int user, TimeRange range, int limit) => Top(MusicSql.TopTracks, user, range, limit);

    public static Statement<int> TopArtists(int user, TimeRange range, int limit) => Top(MusicSql.TopArtists, user, range, limit);

    public static Statement<Track> Tracks(int[] ids) => new(
        MusicSql.Tracks, row => new Track(row.GetInt32(0), row.GetString(1), row.GetInt32(2)) { AlbumId = row.GetInt32(3) }, Statement.Parameter(ids));

    public static Statement<Named> Albums(int[] ids) => new(MusicSql.Albums, row => new Named(row.GetInt32(0), row.GetString(1)), Statement.Parameter(ids));

    public static Statement<Artist> Artists(int[] ids) => new(MusicSql.Artists, row => ReadArtist(row, 0), Statement.Parameter(ids));

    public static Statement<(int Track, Artist Artist)> TrackArtists(int[] trackIds) => new(
        MusicSql.TrackArtists, row => (row.GetInt32(0), ReadArtist(row, 1)), Statement.Parameter(trackIds));

    public async Task<List<T>> QueryAsync<T>(Statement<T> statement) => (List<T>)(await QueryAsync([statement]))[0];

    /// <summary>All statements in one round trip; the rows of each.</summary>
    public async Task<object[]> QueryAsync(IReadOnlyList<Statement> statements)
    {
        await using var session = await OpenAsync();
        return await session.QueryAsync(statements);
    }

    public async ValueTask<MusicSession> OpenAsync() => new(await source.OpenConnectionAsync());

    private static Statement<int> Top(string sql, int user, TimeRange range, int limit) => new(
        sql, row => row.GetInt32(0), Statement.Parameter(user), Statement.Parameter(TimeRanges.NameOf(range)), Statement.Parameter(limit));

    private static Artist ReadArtist(NpgsqlDataReader row, int first) =>
        new(row.GetInt32(first), row.GetString(first + 1), row.GetFieldValue<string[]>(first + 2));
}
