using Npgsql;

namespace Personalify.Api.Listening;

/// <summary>Reads single plays by keyset: a page costs the same wherever it stands in the list.</summary>
public sealed class PlaysStore(NpgsqlDataSource main)
{
    public async Task<Connection<Play>> GetPageAsync(PlaysQuery query, PagingArguments paging, CancellationToken cancellationToken)
    {
        var size = paging.First ?? paging.Last ?? throw new ArgumentException("Neither first nor last is given.", nameof(paging));
        var isBackward = paging.First is null;
        PlayCursor? after = paging.After is { } a ? PlayCursor.Parse(a, nameof(after)) : null;
        PlayCursor? before = paging.Before is { } b ? PlayCursor.Parse(b, nameof(before)) : null;

        await using var command = main.CreateCommand();
        PlaysSql.Write(command, query, after, before, size + 1, isBackward);
        var plays = await ReadAsync(command, cancellationToken);
        var hasMore = plays.Count > size;
        if (hasMore) plays.RemoveAt(size);
        if (isBackward) plays.Reverse();
        return ToConnection(plays, isBackward ? before is not null : hasMore, isBackward ? hasMore : after is not null);
    }

    private static Connection<Play> ToConnection(List<Play> plays, bool hasNextPage, bool hasPreviousPage)
    {
        var edges = plays.ConvertAll(play => new Edge<Play>(play, PlayCursor.Of(play).ToString()));
        var (start, end) = (edges.FirstOrDefault()?.Cursor, edges.LastOrDefault()?.Cursor);
        return new Connection<Play>(edges, new ConnectionPageInfo(hasNextPage, hasPreviousPage, start, end));
    }

    private static async Task<List<Play>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var plays = new List<Play>();
        while (await reader.ReadAsync(cancellationToken)) plays.Add(Read(reader));
        return plays;
    }

    private static Play Read(NpgsqlDataReader reader) => new()
    {
        TrackId = reader.GetInt32(0),
        EndedAt = reader.GetFieldValue<DateTimeOffset>(1),
        MsPlayed = reader.GetInt32(2),
        Source = Enum.Parse<PlaySource>(reader.GetString(3), ignoreCase: true),
        ReasonStart = reader.IsDBNull(4) ? null : reader.GetString(4),
        ReasonEnd = reader.IsDBNull(5) ? null : reader.GetString(5),
        Platform = reader.IsDBNull(6) ? null : reader.GetString(6),
        Shuffle = reader.IsDBNull(7) ? null : reader.GetBoolean(7),
        Skipped = reader.IsDBNull(8) ? null : reader.GetBoolean(8),
        Offline = reader.IsDBNull(9) ? null : reader.GetBoolean(9),
    };
}
