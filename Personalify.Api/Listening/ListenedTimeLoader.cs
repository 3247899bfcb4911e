using System.Buffers.Binary;
using Npgsql;
using Personalify.GraphQL.DataLoading;

namespace Personalify.Api.Listening;

/// <summary>Loads by user id from when to when there are plays; nothing for a user without any.</summary>
public sealed class ListenedTimeLoader(NpgsqlDataSource main, IBatchScheduler scheduler) : BatchDataLoader<int, ListenedTime>(scheduler)
{
    // The first and the last four bytes of the outer months: values stored without compression are cut where they lie.
    private const string Sql =
        """
        SELECT listener.id, months.plays, first.ended, last.ended
        FROM unnest($1::int[]) AS listener (id)
        CROSS JOIN LATERAL (SELECT sum(plays)::int AS plays FROM play_months WHERE user_id = listener.id) AS months
        CROSS JOIN LATERAL (
            SELECT substring(ended FROM 1 FOR 4) AS ended
            FROM play_months WHERE user_id = listener.id ORDER BY month LIMIT 1) AS first
        CROSS JOIN LATERAL (
            SELECT substring(ended FROM length(ended) - 3) AS ended
            FROM play_months WHERE user_id = listener.id ORDER BY month DESC LIMIT 1) AS last
        """;

    protected override async Task<IReadOnlyDictionary<int, ListenedTime>> LoadBatchAsync(
        IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter { Value = keys.ToArray() });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var times = new Dictionary<int, ListenedTime>();
        while (await reader.ReadAsync(cancellationToken))
        {
            times[reader.GetInt32(0)] = new ListenedTime(ReadSecond(reader, 2), ReadSecond(reader, 3), reader.GetInt32(1));
        }

        return times;
    }

    private static int ReadSecond(NpgsqlDataReader reader, int ordinal) =>
        BinaryPrimitives.ReadInt32BigEndian(reader.GetFieldValue<byte[]>(ordinal));
}
