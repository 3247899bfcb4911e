using Npgsql;
using Personalify.Api.Data;

namespace Personalify.Api.Listening;

/// <summary>Reads single plays, a page of them wherever it stands in the list.</summary>
public sealed class PlaysStore(NpgsqlDataSource main)
{
    public async Task<Connection<Play>> GetPageAsync(PlaysQuery query, PagingArguments paging, CancellationToken cancellationToken)
    {
        var page = new KeysetPage(paging);
        PlayCursor? after = paging.After is { } a ? PlayCursor.Parse(a, nameof(after)) : null;
        PlayCursor? before = paging.Before is { } b ? PlayCursor.Parse(b, nameof(before)) : null;

        await using var command = main.CreateCommand();
        PlaysSql.Write(command, query, after, before, page.RowsToRead, page.IsBackward);
        return page.Of(await ReadAsync(command, cancellationToken), play => PlayCursor.Of(play).ToString());
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
