using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Access.Connections;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>
/// The lists of the newest run in <c>user_artists</c> and <c>user_tracks</c>, which runs brought lists, and what callers asked for since.
/// </summary>
public sealed class TopsStore(NpgsqlDataSource main)
{
    /// <summary>
    /// Takes the lists of a run, both of them whole, for the current ones and remembers where each entry stood before. Storing a run again
    /// changes nothing; lists of an earlier run than the current one are only remembered. What callers asked for before goes. False when
    /// the listener is not connected any more.
    /// </summary>
    public async Task<bool> SaveAsync(
        SpotifyConnection connection, Guid runId, DateTimeOffset syncedAt, TopLists lists, CancellationToken cancellationToken)
    {
        await using var session = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await session.BeginTransactionAsync(cancellationToken);
        var (userId, range) = (connection.UserId, NameOf(lists.TimeRange));
        if (!await ExistsAsync(session, TopsSql.Lock, cancellationToken, userId, connection.SpotifyId)) return false;
        var newest = await NewestAsync(session, userId, range, cancellationToken);
        if (newest is null || newest.Value.CompareTo(runId) < 0)
        {
            await ReplaceAsync(session, "user_artists", userId, range, runId, lists.Artists, cancellationToken);
            await ReplaceAsync(session, "user_tracks", userId, range, runId, lists.Tracks, cancellationToken);
            await ExecuteAsync(session, AskedTopsStore.Clear, cancellationToken, userId, range, syncedAt);
        }

        if (newest != runId) await AddRunAsync(session, userId, range, runId, syncedAt, newest, lists.Genres, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>
    /// Keeps what a caller asked for beside the lists of the newest run, whose ranks stay what later runs are compared with. False when the
    /// listener is not connected any more.
    /// </summary>
    public async Task<bool> SaveAskedAsync(
        SpotifyConnection connection, Guid runId, DateTimeOffset syncedAt, FetchedTops fetched, CancellationToken cancellationToken)
    {
        await using var session = await main.OpenConnectionAsync(cancellationToken);
        await using var transaction = await session.BeginTransactionAsync(cancellationToken);
        if (!await ExistsAsync(session, TopsSql.Lock, cancellationToken, connection.UserId, connection.SpotifyId)) return false;
        await AskedTopsStore.SaveAsync(session, connection.UserId, runId, syncedAt, fetched, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>The best that is here for the demand, if only in part; null when nothing was brought yet.</summary>
    public async Task<Tops?> FindAsync(
        int userId, string? spotifyId, TimeRange timeRange, TopsDemand demand, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        // What was asked for is read first: a run that is stored meanwhile takes its place and is then the newer of both.
        foreach (var sql in (string[])[AskedTopsStore.Find, TopsSql.Current, TopsSql.Artists, TopsSql.Tracks])
            batch.BatchCommands.Add(Command(sql, userId, NameOf(timeRange)));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var asked = await AskedTopsStore.ReadAsync(reader, cancellationToken);
        var run = await RunAsync(reader, userId, timeRange, cancellationToken);
        return TopsComposition.Of(userId, timeRange, run, asked, demand) is { } lists ? lists with { SpotifyId = spotifyId } : null;
    }

    /// <summary>Whether each of the lists is still the newest of its kind; false as well when the listener's lists were removed.</summary>
    public async Task<bool> IsNewestAsync(Tops lists, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(TopsSql.Sources).With(lists.UserId, NameOf(lists.TimeRange));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var newest = new Dictionary<string, Guid>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) newest[reader.GetString(0)] = reader.GetGuid(1);
        return IsNewest("ARTIST", lists.ArtistsSource) && IsNewest("TRACK", lists.TracksSource);

        bool IsNewest(string kind, TopsSource? source) =>
            source is null || (newest.TryGetValue(kind, out var run) && run == source.RunId);
    }

    /// <summary>The runs that brought lists, the newest first.</summary>
    public async Task<IReadOnlyList<TopsMoment>> MomentsAsync(
        int userId, TimeRange timeRange, int count, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(TopsSql.Moments).With(userId, NameOf(timeRange), count);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var moments = new List<TopsMoment>();
        while (await reader.ReadAsync(cancellationToken))
            moments.Add(new(new SyncRunId(userId, reader.GetGuid(0)), reader.GetFieldValue<DateTimeOffset>(1)));
        return moments;
    }

    /// <summary>When a run brought lists, and which run brought the ones before; null when this one brought none.</summary>
    public async Task<(DateTimeOffset SyncedAt, Guid? Previous)?> FindMomentAsync(
        int userId, TimeRange timeRange, Guid runId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(TopsSql.Moment).With(userId, NameOf(timeRange), runId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? (reader.GetFieldValue<DateTimeOffset>(0), reader.IsDBNull(1) ? null : reader.GetGuid(1))
            : null;
    }

    public async Task WipeAsync(int userId, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        foreach (var table in (string[])["user_artists", "user_tracks", "user_tops", "user_asked_tops"])
            batch.BatchCommands.Add(Command($"DELETE FROM {table} WHERE user_id = $1", userId));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>As Spotify writes it, and as keys and columns have it.</summary>
    public static string NameOf(TimeRange range) => range switch
    {
        TimeRange.ShortTerm => "short_term",
        TimeRange.MediumTerm => "medium_term",
        _ => "long_term",
    };

    /// <summary>From three results: of the run, its artists and its tracks.</summary>
    private static async Task<Tops?> RunAsync(
        NpgsqlDataReader reader, int userId, TimeRange timeRange, CancellationToken cancellationToken)
    {
        await reader.NextResultAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken)) return null;
        var source = new TopsSource(reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(1), IsWhole: true);
        var (genres, hasBefore) = (reader.IsDBNull(2) ? null : reader.GetString(2), reader.GetBoolean(3));
        await reader.NextResultAsync(cancellationToken);
        var artists = await EntriesAsync(reader, TopKind.Artist, hasBefore, cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        return new Tops
        {
            UserId = userId, TimeRange = timeRange, RunId = source.RunId, SyncedAt = source.SyncedAt, ArtistsSource = source,
            TracksSource = source, Artists = artists, Tracks = await EntriesAsync(reader, TopKind.Track, hasBefore, cancellationToken),
            Genres = genres is null ? null : JsonSerializer.Deserialize(genres, TopsJson.Default.ListGenreEntry),
        };
    }

    private static async Task ReplaceAsync(
        NpgsqlConnection session, string table, int userId, string range, Guid runId, IReadOnlyList<TopItem> items,
        CancellationToken cancellationToken)
    {
        var before = await RanksAsync(session, table, userId, range, cancellationToken);
        await using var batch = new NpgsqlBatch(session);
        batch.BatchCommands.Add(Command(TopsSql.Clear(table), userId, range));
        batch.BatchCommands.Add(Command(
            TopsSql.Fill(table), userId, range, runId, items.Select(item =>
                item.SpotifyId).ToArray(), items.Select(item => item.Rank).ToArray(),
            items.Select(item => before.TryGetValue(item.SpotifyId, out var rank) ? rank : (int?)null).ToArray()));
        await batch.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Dictionary<string, int>> RanksAsync(
        NpgsqlConnection session, string table, int userId, string range, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TopsSql.Ranks(table), session).With(userId, range);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken)) ranks[reader.GetString(0)] = reader.GetInt32(1);
        return ranks;
    }

    private static async Task AddRunAsync(
        NpgsqlConnection session, int userId, string range, Guid runId, DateTimeOffset syncedAt, Guid? previous,
        IReadOnlyList<TopGenre>? genres, CancellationToken cancellationToken)
    {
        var json = genres is null ? null : JsonSerializer.Serialize(TopsView.Of(genres), TopsJson.Default.ListGenreEntry);
        await using var command = new NpgsqlCommand(TopsSql.AddRun, session).With(
            userId, range, runId, syncedAt, new NpgsqlParameter { Value = (object?)previous ?? DBNull.Value,
                NpgsqlDbType = NpgsqlDbType.Uuid },
            new NpgsqlParameter { Value = (object?)json ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<Guid?> NewestAsync(NpgsqlConnection session, int userId, string range, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(TopsSql.Newest, session).With(userId, range);
        return await command.ExecuteScalarAsync(cancellationToken) as Guid?;
    }

    private static async Task ExecuteAsync(
        NpgsqlConnection session, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, session).With(parameters);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> ExistsAsync(
        NpgsqlConnection session, string sql, CancellationToken cancellationToken, params object[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, session).With(parameters);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    private static async Task<List<TopEntry>> EntriesAsync(
        NpgsqlDataReader row, TopKind kind, bool hasBefore, CancellationToken cancellationToken)
    {
        var entries = new List<TopEntry>();
        while (await row.ReadAsync(cancellationToken))
        {
            var rank = row.GetInt32(0);
            entries.Add(new TopEntry
            {
                Rank = rank,
                Movement = hasBefore ? TopMovement.Of(rank, row.IsDBNull(1) ? null : row.GetInt32(1)) : null,
                Kind = kind,
                SpotifyId = row.GetString(2),
                Name = row.GetString(3),
                ImageUrl = row.IsDBNull(4) ? null : row.GetString(4),
                ArtistNames = row.IsDBNull(5) ? [] : row.GetFieldValue<string[]>(5),
                AlbumName = row.IsDBNull(6) ? null : row.GetString(6),
            });
        }

        return entries;
    }

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
