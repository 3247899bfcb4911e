using Personalify.Web.Api;
using Personalify.Web.Components;
using Personalify.Web.Formatting;

namespace Personalify.Web.Statistics;

/// <summary>Turns the schema's top lists into what the ranked list shows, by the order and the definition that were asked for.</summary>
/// <param name="skip">How many entries stand on earlier pages; the bars are still measured against the very first.</param>
public sealed class RankedLists(StatisticsQuery query, Period period, int skip = 0)
{
    /// <summary>The schema ranks no more than these.</summary>
    public const int Most = 100;
    private static readonly Texts Text = Texts.Of(typeof(RankedLists));

    /// <summary>What a link to the whole list says of it.</summary>
    public static string All(int total, string one, string many) =>
        total > Most
        ? Text["The top {0} of {1}", Format.Number(Most), Format.Count(total, one, many)]
        : total == 1 ? Text["The whole list"] : Text["All {0}", Format.Count(total, one, many)];

    public RankedListModel Tracks(TopList<TopTrack>? list, TopList<RankedTrack>? before)
    {
        var entries = list?.Entries ?? [];
        var ranks = before?.Entries.ToDictionary(entry => entry.Track.Id, entry => entry.Rank);
        var most = entries.Count == 0 ? 0 : Amount(entries[0].Plays, entries[0].MsPlayed);
        return new([.. entries.Skip(skip).Select(entry => new RankedEntry(
            entry.Rank, entry.Track.Name, Value(entry.Plays, entry.MsPlayed), Amount(entry.Plays, entry.MsPlayed) / most)
        {
            Href = PlaceLink.OfTrack(entry.Track.Id, query),
            Detail = entry.Track.Artist.Name,
            DetailHref = PlaceLink.OfArtist(entry.Track.Artist.Id, query),
            ValueHref = PlaysLink.OfTrack(entry.Track.Id, period, query.Play),
            NameSource = entry.Track.NameSource,
            CoverName = entry.Track.Name,
            ImageUrl = entry.Track.ImageUrl,
            Movement = MovementOf(entry.Rank, entry.Track.Id, entry.IsNew, ranks),
        })]);
    }

    public RankedListModel Artists(TopList<TopArtist>? list, TopList<RankedArtist>? before)
    {
        var entries = list?.Entries ?? [];
        var ranks = before?.Entries.ToDictionary(entry => entry.Artist.Id, entry => entry.Rank);
        var most = entries.Count == 0 ? 0 : Amount(entries[0].Plays, entries[0].MsPlayed);
        return new([.. entries.Skip(skip).Select(entry => new RankedEntry(
            entry.Rank, entry.Artist.Name, Value(entry.Plays, entry.MsPlayed), Amount(entry.Plays, entry.MsPlayed) / most)
        {
            Href = PlaceLink.OfArtist(entry.Artist.Id, query),
            ValueHref = PlaysLink.OfArtist(entry.Artist.Id, period, query.Play),
            Detail = $"{OtherValue(entry.Plays, entry.MsPlayed)} · {Format.Count(entry.Tracks, "track", "tracks")}",
            NameSource = entry.Artist.NameSource,
            CoverName = entry.Artist.Name,
            ImageUrl = entry.Artist.ImageUrl,
            Movement = MovementOf(entry.Rank, entry.Artist.Id, entry.IsNew, ranks),
        })]);
    }

    public RankedListModel Albums(TopList<TopAlbum>? list, TopList<RankedAlbum>? before)
    {
        var entries = list?.Entries ?? [];
        var ranks = before?.Entries.ToDictionary(entry => entry.Album.Id, entry => entry.Rank);
        var most = entries.Count == 0 ? 0 : Amount(entries[0].Plays, entries[0].MsPlayed);
        return new([.. entries.Skip(skip).Select(entry => new RankedEntry(
            entry.Rank, entry.Album.Name, Value(entry.Plays, entry.MsPlayed), Amount(entry.Plays, entry.MsPlayed) / most)
        {
            Href = PlaceLink.OfAlbum(entry.Album.Id, query),
            Detail = entry.Album.Artist.Name,
            DetailHref = PlaceLink.OfArtist(entry.Album.Artist.Id, query),
            ValueHref = PlaysLink.OfAlbum(entry.Album.Id, period, query.Play),
            NameSource = entry.Album.NameSource,
            CoverName = entry.Album.Name,
            ImageUrl = entry.Album.ImageUrl,
            Movement = MovementOf(entry.Rank, entry.Album.Id, entry.IsNew, ranks),
        })]);
    }

    /// <summary>Where there is no list to compare with, new entries are still marked.</summary>
    public bool MarksNew { get; init; }

    private double Amount(int plays, long msPlayed) => Math.Max(1, query.By == TopOrder.Plays ? plays : msPlayed);

    private string Value(int plays, long msPlayed) =>
        query.By == TopOrder.Plays ? Format.Count(plays, "play", "plays") : Format.Duration(msPlayed);

    private string OtherValue(int plays, long msPlayed) =>
        query.By == TopOrder.Plays ? Format.Duration(msPlayed) : Format.Count(plays, "play", "plays");

    private Movement? MovementOf(int rank, string id, bool isNew, Dictionary<string, int>? before) => before switch
    {
        null => isNew && MarksNew ? new Movement(null, isNew) : null,
        _ when before.TryGetValue(id, out var earlier) => new Movement(earlier - rank),
        _ => new Movement(null, isNew),
    };
}
