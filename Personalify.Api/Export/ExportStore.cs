using System.Runtime.CompilerServices;
using Npgsql;
using Personalify.Api.Imports;

namespace Personalify.Api.Export;

/// <summary>
/// Reads a listener's plays row by row. Music comes month by month, each by a statement of its own: whatever plan the database takes, it
/// reads a month, and no statement stays open longer than a month takes to be written.
/// </summary>
internal sealed class ExportStore(NpgsqlDataSource main)
{
    /// <param name="userId">The listener.</param>
    /// <param name="sql">One of <see cref="ExportSql"/> for music.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async IAsyncEnumerable<ExportedPlay> ReadMusicAsync(
        int userId, string sql, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await FindTimesAsync(userId, cancellationToken) is not ({ } first, { } last)) yield break;
        for (var month = new DateTime(first.Year, first.Month, 1, 0, 0, 0, DateTimeKind.Utc); month <= last; month = month.AddMonths(1))
        {
            await foreach (var play in ReadAsync(userId, sql, month, month.AddMonths(1), cancellationToken)) yield return play;
        }
    }

    /// <summary>Podcasts, audiobooks and plays that name nothing, of which there are few, at once.</summary>
    /// <param name="userId">The listener.</param>
    /// <param name="sql">One of <see cref="ExportSql"/> for what is no music.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public IAsyncEnumerable<ExportedPlay> ReadOtherAsync(int userId, string sql, CancellationToken cancellationToken) => ReadAsync(
        userId, sql, DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), DateTime.SpecifyKind(DateTime.MaxValue, DateTimeKind.Utc),
        cancellationToken);

    private async Task<(DateTime? First, DateTime? Last)> FindTimesAsync(int userId, CancellationToken cancellationToken)
    {
        await using var command = main.CreateCommand(ExportSql.Times).With(userId);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(0) ? (null, null) : (reader.GetDateTime(0), reader.GetDateTime(1));
    }

    private async IAsyncEnumerable<ExportedPlay> ReadAsync(
        int userId, string sql, DateTime from, DateTime to, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var batch = main.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(ExportSql.Settings));
        batch.BatchCommands.Add(new NpgsqlBatchCommand(sql)
        {
            Parameters = { new() { Value = userId }, new() { Value = from }, new() { Value = to } },
        });
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken)) yield return Read(reader);
    }

    private static ExportedPlay Read(NpgsqlDataReader row) => new()
    {
        Identity = new PlayIdentity(row.GetDateTime(1), row.GetDateTime(2), row.GetInt32(3), row.GetInt32(4)),
        EndedAt = row.GetDateTime(0),
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
