using System.Runtime.CompilerServices;
using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Export;

/// <summary>
/// Reads a listener's plays page by page. Between two pages no connection is held, however slowly the reader takes them.
/// </summary>
internal sealed class ExportStore(NpgsqlDataSource main)
{
    public const int RowsInPage = 5_000;

    /// <param name="userId">The listener.</param>
    /// <param name="sql">One of <see cref="ExportSql"/>.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<ExportedPlay> ReadAsync(
        int userId, string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var place = PlayPlace.BeforeAll;
        while (true)
        {
            var page = await ReadPageAsync(userId, sql, place, cancellationToken);
            foreach (var play in page) yield return play;
            if (page.Count < RowsInPage) yield break;
            place = page[^1].Place;
        }
    }

    private async Task<List<ExportedPlay>> ReadPageAsync(int userId, string sql, PlayPlace place, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(sql).With(
            userId, place.EndedAt, place.ReportedAt, place.OfflineAt, place.ItemId, place.MsPlayed, place.Ordinal, RowsInPage);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var page = new List<ExportedPlay>(RowsInPage);
        while (await reader.ReadAsync(cancellationToken)) page.Add(Read(reader));
        return page;
    }

    private static ExportedPlay Read(NpgsqlDataReader row) => new()
    {
        Place = new PlayPlace(row.GetDateTime(0), row.GetDateTime(1), row.GetDateTime(2), row.GetInt32(3), row.GetInt32(4), row.GetInt16(5)),
        Kind = row.GetString(6),
        SpotifyId = Text(row, 7),
        Name = row.GetString(8),
        By = row.GetString(9),
        Album = Text(row, 10),
        Source = Text(row, 11),
        ReasonStart = Text(row, 12),
        ReasonEnd = Text(row, 13),
        Platform = Text(row, 14),
        Shuffle = Flag(row, 15),
        Skipped = Flag(row, 16),
        Offline = Flag(row, 17),
        Incognito = Flag(row, 18),
        IsSuperseded = row.GetBoolean(19),
    };

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static bool? Flag(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetBoolean(column);
}
