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
        Platform = reader.IsDBNull(10) ? null : reader.GetString(10),
        Shuffle = reader.IsDBNull(11) ? null : reader.GetBoolean(11),
        Skipped = reader.IsDBNull(12) ? null : reader.GetBoolean(12),
        Offline = reader.IsDBNull(13) ? null : reader.GetBoolean(13),
    };
}
