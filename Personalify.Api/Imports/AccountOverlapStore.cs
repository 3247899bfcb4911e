using Npgsql;
using Personalify.Api.Imports.Staging;
using Personalify.Domain.Imports;

namespace Personalify.Api.Imports;

/// <summary>
/// Decides which account-data plays are covered by plays of better sources (<see cref="AccountOverlap"/>), for the listener's plays and
/// those that an import would add. A preview and the import that follows decide by the same statements; an undo decides over what is left.
/// </summary>
internal static class AccountOverlapStore
{
    /// <summary>
    /// Marks what is covered in the temporary tables and writes nothing else. Where there is no account data, it costs one look.
    /// </summary>
    public static async Task StageAsync(ImportSession session, CancellationToken cancellationToken)
    {
        if (!await session.ScalarAsync<bool>(AccountOverlapSql.AnyAccount, cancellationToken, session.UserId)) return;
        await FillAsync(session, cancellationToken);
        var covered = await FindCoveredAsync(session, cancellationToken);
        if (covered.Count == 0) return;
        await session.ExecuteAsync(AccountOverlapSql.Cover, cancellationToken, covered.ToArray());
        await session.ExecuteAsync(AccountOverlapSql.CoverStaged, cancellationToken);
    }

    /// <summary>Writes what was decided to the plays that were there, inside the caller's transaction, and notes their months.</summary>
    public static Task WriteAsync(ImportSession session, CancellationToken cancellationToken) =>
        session.ExecuteAsync(AccountOverlapSql.Supersede, cancellationToken, session.UserId);

    private static async Task FillAsync(ImportSession session, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(AccountOverlapSql.FillStaged, cancellationToken);
        await session.ExecuteAsync(AccountOverlapSql.FillStagedNames, cancellationToken);
        await session.ExecuteAsync(AccountOverlapSql.FillOwnAccount, cancellationToken, session.UserId);
        var times = await session.ListAsync(AccountOverlapSql.TimesOfAccount, ReadTimes, cancellationToken);
        if (times is [{ } between])
            await session.ExecuteAsync(AccountOverlapSql.FillOwnBetter, cancellationToken, session.UserId, between.First, between.Last);
    }

    private static (DateTime First, DateTime Last)? ReadTimes(NpgsqlDataReader reader) =>
        reader.IsDBNull(0) ? null : (reader.GetDateTime(0), reader.GetDateTime(1));

    /// <summary>Holds the rows of one length at a time in memory.</summary>
    private static async Task<List<int>> FindCoveredAsync(ImportSession session, CancellationToken cancellationToken)
    {
        var (covered, rows, length) = (new List<int>(), new List<OverlapRow>(), -1);
        await using var command = new NpgsqlCommand(AccountOverlapSql.Candidates, session.Connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (reader.GetInt32(3) != length)
            {
                covered.AddRange(AccountOverlap.Cover(rows));
                rows.Clear();
                length = reader.GetInt32(3);
            }

            rows.Add(ReadRow(reader));
        }

        covered.AddRange(AccountOverlap.Cover(rows));
        return covered;
    }

    private static OverlapRow ReadRow(NpgsqlDataReader reader)
    {
        var play = new OverlappingPlay(reader.GetInt32(5), reader.GetInt64(4), reader.GetDouble(6), reader.GetInt16(7));
        return new OverlapRow(reader.GetInt32(0), reader.GetBoolean(1), reader.GetInt64(2), reader.GetInt64(4), play, play.Ordinal);
    }
}
