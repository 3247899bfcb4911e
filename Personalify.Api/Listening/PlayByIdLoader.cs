using Npgsql;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening;

/// <summary>Loads plays by their ids, one statement for all of a listener; nothing for a play that another one covers.</summary>
public sealed class PlayByIdLoader(NpgsqlDataSource main, IBatchScheduler scheduler) : BatchDataLoader<PlayId, Play>(scheduler)
{
    private const string Sql =
        $"""
        SELECT {PlayRow.Columns}
        FROM unnest($2::int[], $3::timestamptz[], $4::int[], $5::timestamptz[], $6::smallint[])
            AS wanted (track_id, reported_at, ms_played, offline_at, ordinal)
        JOIN plays AS play ON play.user_id = $1 AND play.track_id = wanted.track_id AND play.reported_at = wanted.reported_at
            AND play.ms_played = wanted.ms_played AND play.offline_at = wanted.offline_at AND play.ordinal = wanted.ordinal
        WHERE NOT play.is_superseded
        """;

    protected override async Task<IReadOnlyDictionary<PlayId, Play>> LoadBatchAsync(
        IReadOnlyList<PlayId> keys, CancellationToken cancellationToken)
    {
        var plays = new Dictionary<PlayId, Play>();
        foreach (var listener in keys.GroupBy(key => key.UserId))
        {
            await using var command = Command(listener.Key, [.. listener]);
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            foreach (var play in await PlayRow.ReadAllAsync(reader, cancellationToken)) plays[play.Id] = play;
        }

        return plays;
    }

    private NpgsqlCommand Command(int userId, PlayId[] ids)
    {
        var command = main.CreateCommand(Sql);
        object[] values =
        [
            userId, Array.ConvertAll(ids, id => id.TrackNumber), Array.ConvertAll(ids, id => id.ReportedAt),
            Array.ConvertAll(ids, id => id.MsPlayed), Array.ConvertAll(ids, id => id.OfflineAt), Array.ConvertAll(ids, id => id.Ordinal),
        ];
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
