using Personalify.Web.Api;
using Personalify.Web.Csv;

namespace Personalify.Web.Pages.SyncHistory;

/// <summary>A comparison as a file: a row for each artist and track of each time range.</summary>
public static class SyncCompareCsv
{
    public static CsvTable<Row> Of(SyncComparison comparison) => new(
        "sync-comparison",
        [
            new("time_range", row => row.TimeRange), new("kind", row => row.Kind), new("change", row => row.Change),
            new("spotify_id", row => row.Changed.Item.SpotifyId), new("name", row => row.Changed.Item.Name),
            new("artists", row => string.Join(", ", row.Changed.Item.ArtistNames)), new("album", row => row.Changed.Item.AlbumName),
            new("from_rank", row => row.Changed.FromRank), new("to_rank", row => row.Changed.ToRank),
        ],
        comparison.TimeRanges.SelectMany(range =>
            Rows(range.TimeRange, Kind.Artist, range.Artists).Concat(Rows(range.TimeRange, Kind.Track, range.Tracks)))
            .ToAsyncEnumerable());

    private static IEnumerable<Row> Rows(TimeRange range, Kind kind, SyncListChanges list) =>
    [
        .. list.Entered.Select(change =>
            new Row(range, kind, Change.Entered, change)), .. list.Left.Select(change => new Row(range, kind, Change.Left, change)),
        .. list.Moved.Select(change =>
            new Row(range, kind, Change.Moved, change)), .. list.Kept.Select(change => new Row(range, kind, Change.Kept, change)),
    ];

    public sealed record Row(TimeRange TimeRange, Kind Kind, Change Change, SyncRankChange Changed);

    public enum Kind { Artist, Track }

    public enum Change { Entered, Left, Moved, Kept }
}
