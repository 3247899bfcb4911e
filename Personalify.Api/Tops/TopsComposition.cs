using Personalify.Api.Spotify;
using Personalify.Api.Sync.History;

namespace Personalify.Api.Tops;

/// <summary>A list that was fetched by itself because a caller asked for it.</summary>
/// <param name="Source">Where it is from.</param>
/// <param name="Items">The best first.</param>
/// <param name="Genres">Of whole artists, where Spotify supplied any.</param>
internal sealed record AskedList(TopsSource Source, IReadOnlyList<TopItem> Items, IReadOnlyList<GenreEntry>? Genres);

/// <summary>
/// Puts the lists of the newest run and those that callers asked for since together. Of each list the newer is taken, but not a first page
/// where the whole list is wanted and the run has it. What moved is told from the newest run, never from a first page, in which places
/// beyond the fiftieth would seem to have been left.
/// </summary>
internal static class TopsComposition
{
    /// <param name="userId">Of the listener.</param>
    /// <param name="range">Of the lists.</param>
    /// <param name="run">The lists of the newest run; null where there is none.</param>
    /// <param name="asked">Lists that were asked for.</param>
    /// <param name="demand">What is wanted.</param>
    public static Tops? Of(int userId, TimeRange range, Tops? run, IReadOnlyDictionary<TopKind, AskedList> asked, TopsDemand demand)
    {
        if (run is not null && demand.OfOneRun) return run;
        var artists = Better(run?.ArtistsSource, asked.GetValueOrDefault(TopKind.Artist), demand.Artists);
        var tracks = Better(run?.TracksSource, asked.GetValueOrDefault(TopKind.Track), demand.Tracks);
        if (artists is null && tracks is null) return run;
        var (ofArtists, ofTracks) = (artists?.Source ?? run?.ArtistsSource, tracks?.Source ?? run?.TracksSource);
        var older = TopsSource.Older(ofArtists, ofTracks)!;
        return new()
        {
            UserId = userId, TimeRange = range, RunId = older.RunId, SyncedAt = older.SyncedAt, ArtistsSource = ofArtists,
            TracksSource = ofTracks, Genres = artists is null ? run?.Genres : artists.Genres,
            Artists = artists is null ? run?.Artists ?? [] : TopsView.Entries(TopKind.Artist, artists.Items, RanksOf(run?.Artists)),
            Tracks = tracks is null ? run?.Tracks ?? [] : TopsView.Entries(TopKind.Track, tracks.Items, RanksOf(run?.Tracks)),
        };
    }

    /// <summary>Without a list that is no newer than this; null when none is left.</summary>
    public static Tops? Since(this Tops lists, DateTimeOffset oldest)
    {
        var (artists, tracks) = (Newer(lists.ArtistsSource, oldest), Newer(lists.TracksSource, oldest));
        if (TopsSource.Older(artists, tracks) is not { } source) return null;
        if (artists == lists.ArtistsSource && tracks == lists.TracksSource) return lists;
        return lists with
        {
            RunId = source.RunId, SyncedAt = source.SyncedAt, ArtistsSource = artists, TracksSource = tracks,
            Artists = artists is null ? [] : lists.Artists, Genres = artists is null ? null : lists.Genres,
            Tracks = tracks is null ? [] : lists.Tracks,
        };
    }

    private static TopsSource? Newer(TopsSource? source, DateTimeOffset oldest) => source?.SyncedAt > oldest ? source : null;

    /// <summary>The asked list where it is better than the run's, or null.</summary>
    private static AskedList? Better(TopsSource? run, AskedList? asked, TopExtent wanted) =>
        asked is null || run is null ? asked
        : asked.Source.SyncedAt > run.SyncedAt && (asked.Source.IsWhole || wanted != TopExtent.Whole) ? asked
        : null;

    private static Dictionary<string, int>? RanksOf(IReadOnlyList<TopEntry>? before) =>
        before?.ToDictionary(entry => entry.SpotifyId, entry => entry.Rank);
}
