using Npgsql;
using Personalify.Api.Imports.Staging;
using Personalify.Domain.Sync;

namespace Personalify.Api.Sync.Plays;

/// <summary>
/// Decides which plays that Spotify told stand in an export too (<see cref="PolledOverlap"/>), inside the transaction of an import, an undo
/// or a poll, after its plays are written. The export's play counts; the polled one is kept, names the other, and counts nowhere until that
/// is gone. What was decided depends only on which plays there are, so every order of imports, polls and undos comes to the same.
/// </summary>
internal static class PolledJoin
{
    /// <summary>
    /// How many polled plays a play of an export stands for now, and none did before. Where Spotify told nothing, it costs one look.
    /// </summary>
    public static async Task<int> RunAsync(ImportSession session, CancellationToken cancellationToken)
    {
        if (!await session.ScalarAsync<bool>(PolledJoinSql.AnyPolled, cancellationToken, session.UserId)) return 0;
        var times = await session.ListAsync(PolledJoinSql.Times, ReadTimes, cancellationToken, session.UserId);
        if (times is not [{ } between]) return 0;
        var polled = await session.ListAsync(
            PolledJoinSql.Polled, Polled.Read, cancellationToken, session.UserId, between.First, between.Last);
        var exported = await session.ListAsync(
            PolledJoinSql.Exported, Exported.Read, cancellationToken, session.UserId, between.First, between.Last);
        var changes = Changes(polled, exported);
        await WriteAsync(session, changes, cancellationToken);
        return changes.Count(change => change is { CoveredBy: not null, Polled.CoveredBy: null });
    }

    private static List<(Polled Polled, PlayKey? CoveredBy)> Changes(List<Polled> polled, List<Exported> exported)
    {
        var rows = polled.SelectMany((play, number) => play.Rows(number)).Concat(exported.SelectMany((play, number) => play.Rows(number)));
        var covering = PolledOverlap.Match(rows).ToDictionary(match => match.Polled, match => exported[match.Exported].Key);
        return
        [
            .. polled.Select((play, number) => (play, CoveredBy: covering.TryGetValue(number, out var key) ? key : (PlayKey?)null))
                .Where(pair => pair.CoveredBy != pair.play.CoveredBy),
        ];
    }

    private static async Task WriteAsync(
        ImportSession session, List<(Polled Polled, PlayKey? CoveredBy)> changes, CancellationToken cancellationToken)
    {
        if (changes.Count == 0) return;
        T[] Each<T>(Func<PlayKey?, T> value) => [.. changes.Select(change => value(change.CoveredBy))];
        await session.ExecuteAsync(
            PolledJoinSql.Write, cancellationToken, session.UserId, changes.Select(change => change.Polled.TrackId).ToArray(),
            changes.Select(change => change.Polled.PlayedAt).ToArray(), Each(key => key?.TrackId), Each(key => key?.ReportedAt),
            Each(key => key?.MsPlayed), Each(key => key?.OfflineAt), Each(key => key?.Ordinal));
    }

    private static (DateTime First, DateTime Last)? ReadTimes(NpgsqlDataReader row) =>
        row.IsDBNull(0) ? null : (row.GetDateTime(0), row.GetDateTime(1));

    /// <summary>What names a row of <c>plays</c> among the listener's.</summary>
    private readonly record struct PlayKey(int TrackId, DateTime ReportedAt, int MsPlayed, DateTime OfflineAt, short Ordinal)
    {
        public static PlayKey Read(NpgsqlDataReader row, int column) => new(
            row.GetInt32(column), row.GetDateTime(column + 1), row.GetInt32(column + 2), row.GetDateTime(column + 3),
            row.GetInt16(column + 4));
    }

    private sealed record Polled(int TrackId, DateTime PlayedAt, long NamesKey, long ArtistNamesKey, int? DurationMs, PlayKey? CoveredBy)
    {
        public static Polled Read(NpgsqlDataReader row) => new(
            row.GetInt32(0), row.GetDateTime(1), row.GetInt64(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt32(4),
            row.IsDBNull(5) ? null : PlayKey.Read(row, 5));

        public IEnumerable<PolledOverlapRow> Rows(int number) =>
            new OverlapKey[] { new(false, TrackId), new(true, NamesKey), new(true, ArtistNamesKey) }
                .Select(key => new PolledOverlapRow(number, true, key, Microseconds(PlayedAt), PolledOverlap.ReachOf(DurationMs)));
    }

    private sealed record Exported(PlayKey Key, long NamesKey, bool IsAccount, DateTime EndedAt)
    {
        public static Exported Read(NpgsqlDataReader row) =>
            new(PlayKey.Read(row, 0), row.GetInt64(5), row.GetBoolean(6), row.GetDateTime(7));

        /// <summary>Only account data is looked for by names, because it has no ids.</summary>
        public IEnumerable<PolledOverlapRow> Rows(int number)
        {
            yield return new PolledOverlapRow(number, false, new OverlapKey(false, Key.TrackId), Microseconds(EndedAt), 0);
            if (IsAccount) yield return new PolledOverlapRow(number, false, new OverlapKey(true, NamesKey), Microseconds(EndedAt), 0);
        }
    }

    private static long Microseconds(DateTime time) => time.Ticks / TimeSpan.TicksPerMicrosecond;
}
