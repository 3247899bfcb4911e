using System.Buffers.Binary;
using Personalify.Domain.Listening;

namespace Personalify.Domain.Tests.Listening;

/// <summary>Packs plays the way the rollup stores them, and lets the counter read them.</summary>
public static class PackedMonths
{
    private const ListeningParts Everything =
        ListeningParts.Items | ListeningParts.NewArtists | ListeningParts.Hours | ListeningParts.Days | ListeningParts.Ends;

    /// <summary>Every ranking there is, with so many entries.</summary>
    public static TopQuestion[] EveryTop(int first) =>
        [.. from kind in Enum.GetValues<TopKind>() from order in Enum.GetValues<TopOrder>() select new TopQuestion(kind, order, first)];

    public static ListeningSums Sum(
        IEnumerable<NaivePlay> plays, TimeZoneInfo zone, PeriodBounds period = default, PlayDefinition play = PlayDefinition.Any, int first = 10) =>
        Sum(plays, zone, Question(period, play, first));

    /// <summary>Asks for everything there is.</summary>
    public static ListeningQuestion Question(PeriodBounds period, PlayDefinition play, int first) => new(period, play, Everything, EveryTop(first));

    public static ListeningSums Sum(IEnumerable<NaivePlay> plays, TimeZoneInfo zone, ListeningQuestion question)
    {
        using var counter = new ListeningCounter(question, ZoneClock.Of(zone));
        foreach (var month in plays.GroupBy(play => (play.EndedAt.UtcDateTime.Year, play.EndedAt.UtcDateTime.Month)))
        {
            counter.Add(Pack([.. month.OrderBy(play => play.EndedAt).ThenBy(play => play.Track).ThenBy(play => play.MsPlayed)], question.Columns));
        }

        return counter.ToSums();
    }

    public static PlayColumns Pack(IReadOnlyList<NaivePlay> plays, PlayColumnSet columns) => new()
    {
        Count = plays.Count,
        Ended = columns.HasFlag(PlayColumnSet.Ended) ? Pack(plays, play => PlayTime.ToSeconds(play.EndedAt)) : [],
        Tracks = columns.HasFlag(PlayColumnSet.Tracks) ? Pack(plays, play => play.Track) : [],
        Artists = columns.HasFlag(PlayColumnSet.Artists) ? Pack(plays, play => play.Artist) : [],
        Albums = columns.HasFlag(PlayColumnSet.Albums) ? Pack(plays, play => play.Album) : [],
        Milliseconds = columns.HasFlag(PlayColumnSet.Milliseconds) ? Pack(plays, play => play.MsPlayed) : [],
        Flags = columns.HasFlag(PlayColumnSet.Flags) ? plays.Select(play => (byte)play.Flags).ToArray() : [],
        Platforms = columns.HasFlag(PlayColumnSet.Platforms) ? plays.Select(play => play.Platform).ToArray() : [],
    };

    private static byte[] Pack(IReadOnlyList<NaivePlay> plays, Func<NaivePlay, int> value)
    {
        var bytes = new byte[4 * plays.Count];
        for (var i = 0; i < plays.Count; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), value(plays[i]));
        return bytes;
    }
}
