namespace Personalify.Api.Tops;

/// <summary>How much of a top list there is, or is asked for.</summary>
public enum TopExtent
{
    /// <summary>Nothing of it.</summary>
    None,

    /// <summary>What Spotify gives with one request.</summary>
    FirstPage,

    /// <summary>All that Spotify gives.</summary>
    Whole,
}

/// <summary>
/// What a caller asks for of the lists of one time range. Only that is fetched where it is missing: one request for the first page of a
/// list, and two where Spotify has a second page.
/// </summary>
/// <param name="Artists">How much of the artists.</param>
/// <param name="Tracks">How much of the tracks.</param>
/// <param name="OfOneRun">Whether both lists must be those of one run, because the caller looks at runs.</param>
public sealed record TopsDemand(TopExtent Artists, TopExtent Tracks, bool OfOneRun = false)
{
    /// <summary>What a synchronization brings.</summary>
    public static readonly TopsDemand All = new(TopExtent.Whole, TopExtent.Whole, OfOneRun: true);

    /// <summary>
    /// From the selection of a caller. Genres are counted over all artists, so that they are the same however many artists are shown. A
    /// caller of neither list asks which run is the current one.
    /// </summary>
    /// <param name="first">The most entries of each list.</param>
    /// <param name="artists">Whether the artists are asked for.</param>
    /// <param name="tracks">Whether the tracks are asked for.</param>
    /// <param name="genres">Whether the genres are asked for.</param>
    /// <param name="moments">Whether the runs are asked for that brought lists.</param>
    public static TopsDemand Of(int first, bool artists, bool tracks, bool genres, bool moments)
    {
        if (moments || !(artists || tracks || genres)) return All;
        var extent = first <= TopsFetcher.PageEntries ? TopExtent.FirstPage : TopExtent.Whole;
        return new(genres ? TopExtent.Whole : artists ? extent : TopExtent.None, tracks ? extent : TopExtent.None);
    }

    public bool IsMetBy(Tops lists) => Has(lists.ArtistsSource, Artists) && Has(lists.TracksSource, Tracks)
        && (!OfOneRun || lists.ArtistsSource!.RunId == lists.TracksSource!.RunId);

    /// <summary>What has to be fetched beyond lists that are here.</summary>
    public TopsDemand Beyond(Tops? lists) => lists is null || OfOneRun ? this : this with
    {
        Artists = Has(lists.ArtistsSource, Artists) ? TopExtent.None : Artists,
        Tracks = Has(lists.TracksSource, Tracks) ? TopExtent.None : Tracks,
    };

    /// <summary>Null when nothing is here of a list that is asked for: an empty list would say that Spotify has no entry.</summary>
    /// <param name="lists">What is here; of a list that is shorter than what is asked for, that.</param>
    /// <param name="first">The most entries of each list.</param>
    public Tops? Answer(Tops lists, int first)
    {
        if (Lacks(Artists, lists.ArtistsSource) || Lacks(Tracks, lists.TracksSource)) return null;
        var artists = Artists == TopExtent.None ? null : lists.ArtistsSource;
        var source = TopsSource.Older(artists, Tracks == TopExtent.None ? null : lists.TracksSource)!;
        if (source.RunId == lists.RunId && lists.Artists.Count <= first && lists.Tracks.Count <= first) return lists;
        return lists with
        {
            RunId = source.RunId, SyncedAt = source.SyncedAt, Artists = [.. lists.Artists.Take(first)],
            Tracks = [.. lists.Tracks.Take(first)],
        };
    }

    private static bool Lacks(TopExtent wanted, TopsSource? source) => wanted != TopExtent.None && source is null;

    private static bool Has(TopsSource? source, TopExtent wanted) =>
        wanted == TopExtent.None || (source is not null && source.Extent >= wanted);
}
