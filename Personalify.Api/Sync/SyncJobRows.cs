using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Sync;

/// <summary>Rows of <c>sync_jobs</c>, read and written.</summary>
internal static class SyncJobRows
{
    public const string Columns =
        """
        sync_jobs.id, sync_jobs.user_id, spotify_id, trigger, coalesce(outcome, sync_jobs.status), wanted, done, tops, part, fetched,
        requested_at, started_at, finished_at, attempts, interruptions
        """;

    public static SyncJob Read(NpgsqlDataReader row) => new()
    {
        Id = row.GetGuid(0),
        UserId = row.GetInt32(1),
        SpotifyId = row.GetString(2),
        Trigger = Enum.Parse<SyncTrigger>(row.GetString(3), ignoreCase: true),
        State = Enum.Parse<SyncState>(row.GetString(4), ignoreCase: true),
        Wanted = Parts(row.GetFieldValue<string[]>(5)),
        Done = JsonSerializer.Deserialize(row.GetString(6), SyncJson.Default.ListSyncPartReport)!,
        Tops = JsonSerializer.Deserialize(row.GetString(7), SyncJson.Default.ListTopLists)!,
        Part = row.IsDBNull(8) ? null : Enum.Parse<SyncPart>(row.GetString(8)),
        Fetched = row.GetInt32(9),
        RequestedAt = row.GetFieldValue<DateTimeOffset>(10),
        StartedAt = row.IsDBNull(11) ? null : row.GetFieldValue<DateTimeOffset>(11),
        FinishedAt = row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12),
        Attempt = row.GetInt32(13),
        Interruptions = row.GetInt32(14),
    };

    /// <summary>In the order in which they run; what another version knew and this one does not is left out.</summary>
    public static IReadOnlyList<SyncPart> Parts(IEnumerable<string> names) =>
        [.. names.Where(name => Enum.TryParse<SyncPart>(name, out _)).Select(Enum.Parse<SyncPart>).Distinct().Order()];

    public static string[] Names(IEnumerable<SyncPart> parts) => [.. parts.Distinct().Order().Select(part => part.ToString())];

    public static string Word(Enum value) => value.ToString().ToUpperInvariant();

    public static NpgsqlParameter Json(IEnumerable<SyncPartReport> reports) =>
        Json(JsonSerializer.Serialize([.. reports], SyncJson.Default.ListSyncPartReport));

    public static NpgsqlParameter Json(IEnumerable<TopLists> tops) =>
        Json(JsonSerializer.Serialize([.. tops], SyncJson.Default.ListTopLists));

    private static NpgsqlParameter Json(string json) => new() { Value = json, NpgsqlDbType = NpgsqlDbType.Jsonb };
}
