using Npgsql;
using Personalify.Domain.Listening;

namespace Personalify.Api.Listening;

/// <summary>A whole row of <c>plays AS play</c>: its columns, and how it is read.</summary>
internal static class PlayRow
{
    public const string Columns =
        """
        play.user_id, play.track_id, play.ended_at, play.reported_at, play.offline_at, play.ordinal, play.ms_played, play.source,
            play.reason_start, play.reason_end, play.platform, play.shuffle, play.skipped, play.offline
        """;

    /// <summary>The plays with their tracks, whose length some definitions of a play ask for.</summary>
    public const string Source = "plays AS play JOIN tracks AS track ON track.user_id = play.user_id AND track.id = play.track_id";

    public static async Task<List<Play>> ReadAllAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        var plays = new List<Play>();
        while (await reader.ReadAsync(cancellationToken)) plays.Add(Read(reader));
        return plays;
    }

    private static Play Read(NpgsqlDataReader reader) => new()
    {
        UserId = reader.GetInt32(0),
        TrackNumber = reader.GetInt32(1),
        EndedAt = reader.GetFieldValue<DateTimeOffset>(2),
        ReportedAt = reader.GetFieldValue<DateTimeOffset>(3),
        OfflineAt = reader.GetDateTime(4),
        Ordinal = reader.GetInt16(5),
        MsPlayed = reader.GetInt32(6),
        Source = Enum.Parse<PlaySource>(reader.GetString(7), ignoreCase: true),
        ReasonStart = reader.IsDBNull(8) ? null : reader.GetString(8),
        ReasonEnd = reader.IsDBNull(9) ? null : reader.GetString(9),
        Platform = reader.IsDBNull(10) ? null : Enum.Parse<Platform>(reader.GetString(10), ignoreCase: true),
        Shuffle = reader.IsDBNull(11) ? null : reader.GetBoolean(11),
        Skipped = reader.IsDBNull(12) ? null : reader.GetBoolean(12),
        Offline = reader.IsDBNull(13) ? null : reader.GetBoolean(13),
    };
}
