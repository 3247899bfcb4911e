using Personalify.Api.Imports.Staging;
using Personalify.Domain.Sync;

namespace Personalify.Api.Sync.Plays;

/// <summary>
/// Tells a play that Spotify has given another time from one more play of the same track. Spotify has changed before whether it tells the
/// start or the end, and the two of a track that is played over and over lie as far apart as its plays do; but an answer holds everything
/// that Spotify tells of its time. So a play that it told before and tells no more is one that it now tells at another time, at most the
/// track's length and a minute away, the nearest first and one for one; a play that it still tells stays a play of its own.
/// </summary>
internal static class Restatement
{
    /// <summary>For each new play the time of the one that it tells again, or null.</summary>
    public static async Task<DateTime?[]> FindAsync(
        ImportSession session, string accountId, PolledAnswer answer, IReadOnlyList<(PolledPlay Play, int Track)> added,
        CancellationToken cancellationToken)
    {
        var told = await session.ListAsync(
            PolledPlaySql.Told, row => (Track: row.GetInt32(0), Play: row.GetDateTime(1), At: row.GetDateTime(2)), cancellationToken,
            session.UserId, accountId, answer.WholeSince, answer.AskedAt);
        var now = answer.Plays.Select(play => play.PlayedAt).ToHashSet();
        var vanished = told.GroupBy(play => (play.Track, play.Play)).Where(play => !play.Any(telling => now.Contains(telling.At))).ToList();
        var rows = vanished.SelectMany((play, number) => play.Select(telling => Row(number, false, play.Key.Track, telling.At, 0)))
            .Concat(added.Select((play, number) => Row(
                number, true, play.Track, play.Play.PlayedAt, PolledOverlap.ReachOf(play.Play.DurationMs))));
        var restated = new DateTime?[added.Count];
        foreach (var (polled, exported) in PolledOverlap.Match(rows)) restated[polled] = vanished[exported].Key.Play;
        return restated;
    }

    private static PolledOverlapRow Row(int play, bool isPolled, int track, DateTime at, long reach) =>
        new(play, isPolled, new OverlapKey(IsNames: false, track), at.Ticks / TimeSpan.TicksPerMicrosecond, reach);
}
