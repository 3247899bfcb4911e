using Personalify.Domain.Moods;

namespace Personalify.Domain.Listening;

/// <summary>What a ranking ranks.</summary>
public enum TopKind
{
    /// <summary>Tracks.</summary>
    Tracks,

    /// <summary>Artists of the tracks.</summary>
    Artists,

    /// <summary>Albums of the tracks; plays of tracks without a known album are in none.</summary>
    Albums,
}

/// <summary>What decides a rank. Ties go to the other measure, then to the lower id.</summary>
public enum TopOrder
{
    /// <summary>Milliseconds played.</summary>
    Time,

    /// <summary>Number of plays.</summary>
    Plays,
}

/// <summary>The sums that may be asked for beside plays and milliseconds, which are always there.</summary>
[Flags]
public enum ListeningParts
{
    /// <summary>Plays and milliseconds only.</summary>
    None = 0,

    /// <summary>How many tracks, artists and albums.</summary>
    Items = 1,

    /// <summary>How many artists were heard for the first time. Asks for the plays before the period as well.</summary>
    NewArtists = 2,

    /// <summary>By weekday and hour.</summary>
    Hours = 4,

    /// <summary>By day.</summary>
    Days = 8,

    /// <summary>The first and the last play.</summary>
    Ends = 16,
}

/// <summary>A ranking that is asked for.</summary>
/// <param name="Kind">What is ranked.</param>
/// <param name="By">What decides.</param>
/// <param name="First">How many entries at most.</param>
public readonly record struct TopQuestion(TopKind Kind, TopOrder By, int First);

/// <summary>A rank that is asked for: where one item stands among all of its kind.</summary>
/// <param name="Kind">What is ranked.</param>
/// <param name="Id">The item.</param>
/// <param name="By">What decides.</param>
public readonly record struct RankQuestion(TopKind Kind, int Id, TopOrder By);

/// <summary>An item of which is asked whether it was heard for the first time ever in the period.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">The item.</param>
public readonly record struct NewQuestion(TopKind Kind, int Id);

/// <summary>What is asked of a listener's plays: which plays, and which sums of them. Nothing else is read or computed.</summary>
/// <param name="Period">The days, in the listener's zone. A play belongs to the day and hour in which it ended.</param>
/// <param name="Play">What counts as a play.</param>
/// <param name="Parts">The sums.</param>
/// <param name="Tops">The rankings.</param>
public sealed record ListeningQuestion(PeriodBounds Period, PlayDefinition Play, ListeningParts Parts, IReadOnlyList<TopQuestion> Tops)
{
    /// <summary>
    /// Which plays of the period. Artists are new when no play before the period counts, whether this lets it through or not.
    /// </summary>
    public ListeningFilter Filter { get; init; } = ListeningFilter.None;

    /// <summary>Single ranks.</summary>
    public IReadOnlyList<RankQuestion> Ranks { get; init; } = [];

    /// <summary>Items of which is asked whether they are new. Asks for the plays before the period as well.</summary>
    public IReadOnlyList<NewQuestion> News { get; init; } = [];

    /// <summary>Which moods the plays have, put together in several ways, each at most once.</summary>
    public IReadOnlyList<MoodQuestion> Moods { get; init; } = [];

    /// <summary>Whether the months before the period are needed, with their <see cref="EarlierColumns"/>.</summary>
    public bool NeedsEarlierMonths => AsksForEarlier && Period.From is not null;

    /// <summary>The columns needed of the months that overlap the period.</summary>
    public PlayColumnSet Columns
    {
        get
        {
            var columns = PlayColumnSet.Ended | PlayColumnSet.Milliseconds | FlagColumn | Filter.Columns;
            if (CountsItems || Parts.HasFlag(ListeningParts.Ends) || Moods.Count > 0) columns |= PlayColumnSet.Tracks;
            if (NeedsArtists) columns |= PlayColumnSet.Artists;
            if (NeedsAlbums) columns |= PlayColumnSet.Albums;
            return columns;
        }
    }

    /// <summary>The columns needed of the months before the period.</summary>
    public PlayColumnSet EarlierColumns => FlagColumn
        | (AsksForEarlierOf(TopKind.Tracks) ? PlayColumnSet.Tracks : 0)
        | (AsksForEarlierOf(TopKind.Artists) ? PlayColumnSet.Artists : 0)
        | (AsksForEarlierOf(TopKind.Albums) ? PlayColumnSet.Albums : 0);

    internal bool AsksForEarlier => News.Count > 0 || Parts.HasFlag(ListeningParts.NewArtists);

    internal bool CountsItems =>
        Tops.Count + Ranks.Count + News.Count > 0 || (Parts & (ListeningParts.Items | ListeningParts.NewArtists)) != 0;

    internal bool NeedsArtists => Asks(TopKind.Artists) || Moods.Any(moods => moods.By == MoodGrouping.Artist)
        || (Parts & (ListeningParts.Items | ListeningParts.NewArtists)) != 0;

    internal bool NeedsAlbums => Asks(TopKind.Albums) || Parts.HasFlag(ListeningParts.Items);

    private PlayColumnSet FlagColumn => Play == PlayDefinition.Any ? PlayColumnSet.None : PlayColumnSet.Flags;

    /// <summary>Whether it is asked which items of the kind were heard before the period.</summary>
    internal bool AsksForEarlierOf(TopKind kind) =>
        News.Any(item => item.Kind == kind) || (kind == TopKind.Artists && Parts.HasFlag(ListeningParts.NewArtists));

    private bool Asks(TopKind kind) =>
        Tops.Any(top => top.Kind == kind) || Ranks.Any(rank => rank.Kind == kind) || News.Any(item => item.Kind == kind);
}
