using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Imports;
using Personalify.Api.Spotify;
using Personalify.Api.Sync;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>Lists that callers asked for by themselves, in <c>user_asked_tops</c>, until a run takes their place.</summary>
internal static class AskedTopsStore
{
    /// <summary>$1 is the listener, $2 the time range.</summary>
    public const string Find =
        "SELECT kind, run_id, synced_at, is_whole, items, genres FROM user_asked_tops WHERE user_id = $1 AND time_range = $2";

    /// <summary>A run that asked Spotify later has all that they have; $3 is when it asked.</summary>
    public const string Clear = "DELETE FROM user_asked_tops WHERE user_id = $1 AND time_range = $2 AND synced_at <= $3";

    private const string Save =
        """
        INSERT INTO user_asked_tops (user_id, time_range, kind, run_id, synced_at, is_whole, items, genres)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (user_id, time_range, kind) DO UPDATE SET run_id = excluded.run_id, synced_at = excluded.synced_at,
            is_whole = excluded.is_whole, items = excluded.items, genres = excluded.genres
        WHERE user_asked_tops.synced_at <= excluded.synced_at
        """;

    public static async Task SaveAsync(
        NpgsqlConnection session, int userId, Guid runId, DateTimeOffset syncedAt, FetchedTops fetched, CancellationToken cancellationToken)
    {
        var (lists, range) = (fetched.Lists, TopsStore.NameOf(fetched.Lists.TimeRange));
        if (fetched.Artists != TopExtent.None) await SaveOneAsync("ARTIST", fetched.Artists, lists.Artists, lists.Genres);
        if (fetched.Tracks != TopExtent.None) await SaveOneAsync("TRACK", fetched.Tracks, lists.Tracks, null);

        async Task SaveOneAsync(string kind, TopExtent extent, IReadOnlyList<TopItem> items, IReadOnlyList<TopGenre>? genres)
        {
            var ofGenres = genres is null ? null : JsonSerializer.Serialize(TopsView.Of(genres), TopsJson.Default.ListGenreEntry);
            await using var command = new NpgsqlCommand(Save, session).With(
                userId, range, kind, runId, syncedAt, extent == TopExtent.Whole,
                Json(JsonSerializer.Serialize([.. items], SyncJson.Default.ListTopItem)), Json(ofGenres));
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    public static async Task<IReadOnlyDictionary<TopKind, AskedList>> ReadAsync(NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        var lists = new Dictionary<TopKind, AskedList>();
        while (await row.ReadAsync(cancellationToken))
        {
            lists[Enum.Parse<TopKind>(row.GetString(0), ignoreCase: true)] = new AskedList(
                new TopsSource(row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetBoolean(3)),
                JsonSerializer.Deserialize(row.GetString(4), SyncJson.Default.ListTopItem)!,
                row.IsDBNull(5) ? null : JsonSerializer.Deserialize(row.GetString(5), TopsJson.Default.ListGenreEntry));
        }

        return lists;
    }

    private static NpgsqlParameter Json(string? json) => new() { Value = (object?)json ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb };
}
