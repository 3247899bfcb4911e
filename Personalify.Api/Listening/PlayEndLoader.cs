using Npgsql;
using Personalify.Domain.Listening;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening;

/// <summary>The first or the last play of a listening, as far as the rollup knows it.</summary>
public sealed record PlayEnd(PeriodListening Of, PlayMark Mark, bool IsLast);

/// <summary>Finds whole plays at the ends of listenings, by their keys and all in one round trip.</summary>
public sealed class PlayEndLoader(NpgsqlDataSource main, IBatchScheduler scheduler) : BatchDataLoader<PlayEnd, Play>(scheduler)
{
    protected override async Task<IReadOnlyDictionary<PlayEnd, Play>> LoadBatchAsync(
        IReadOnlyList<PlayEnd> keys, CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        foreach (var key in keys) batch.BatchCommands.Add(Command(key));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var plays = new Dictionary<PlayEnd, Play>();
        foreach (var key in keys)
        {
            if (await PlayRow.ReadAllAsync(reader, cancellationToken) is [var play, ..]) plays[key] = play;
            await reader.NextResultAsync(cancellationToken);
        }

        return plays;
    }

    /// <summary>
    /// Of the plays of one track, second and length the first or the last that counts, in the order of the months' columns.
    /// </summary>
    private static NpgsqlBatchCommand Command(PlayEnd end)
    {
        var (moment, direction) = (PlayTime.FromSeconds(end.Mark.Second).UtcDateTime, end.IsLast ? "DESC" : "ASC");
        var platform = end.Of.Filter.Platform is null ? "" : $" AND {PlayMonthsSql.Platform} = $6";
        var command = new NpgsqlBatchCommand(
            $"""
            SELECT {PlayRow.Columns} FROM {PlayRow.Source}
            WHERE play.user_id = $1 AND play.track_id = $2 AND play.ms_played = $3 AND play.ended_at >= $4 AND play.ended_at < $5
                AND NOT play.is_superseded AND {PlayMonthsSql.Condition(end.Of.Play)}{platform}
            ORDER BY play.ended_at {direction}, play.reported_at {direction}, play.offline_at {direction}, play.ordinal {direction} LIMIT 1
            """);
        List<object> values = [end.Of.UserId, end.Mark.Track, end.Mark.Milliseconds, moment, moment.AddSeconds(1)];
        if (end.Of.Filter.Platform is { } wanted) values.Add((int)wanted);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
