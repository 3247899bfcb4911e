using Personalify.Api.Spotify;
using Personalify.Api.Spotify.Models;
using Personalify.Domain.Sync;

namespace Personalify.Api.Sync.Plays;

/// <summary>What Spotify answered when it was asked for the recent plays.</summary>
/// <param name="AskedAt">When the question went out.</param>
/// <param name="Plays">Each play once, the oldest first.</param>
/// <param name="Entries">How many entries the answer had.</param>
/// <param name="Unreadable">How many of them are no play of music that can be kept.</param>
internal sealed record PolledAnswer(DateTimeOffset AskedAt, IReadOnlyList<PolledPlay> Plays, int Entries, int Unreadable)
{
    /// <summary>
    /// From this time on the answer holds every play that Spotify tells at the moment, so that one which it told before and tells no more
    /// has got another time. A full answer begins with its oldest play; in any other that play itself may be the one that moved.
    /// </summary>
    public DateTime WholeSince => Plays.Count == 0
        ? DateTime.MaxValue
        : Entries >= SpotifyUrls.MaxLimit
            ? Plays[0].PlayedAt
            : Plays[0].PlayedAt.AddMicroseconds(-PolledOverlap.ReachOf(Plays[0].DurationMs));

    public static PolledAnswer Read(CursorPaging<PlayHistoryItem> page, DateTimeOffset askedAt)
    {
        var plays = (page.Items ?? []).Select(item => PolledPlay.Read(item, askedAt)).ToList();
        var told = plays.OfType<PolledPlay>().DistinctBy(play => (play.PlayedAt, play.Names.SpotifyId ?? play.Names.NamesKey as object))
            .OrderBy(play => play.PlayedAt).ToList();
        return new PolledAnswer(askedAt, told, plays.Count, plays.Count(play => play is null));
    }
}
