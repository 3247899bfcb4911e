namespace Personalify.Domain.Listening;

/// <summary>
/// Plays and milliseconds by track. A track has one artist and one album at a time and the rollup follows when they change, so those are
/// summed from the tracks at the end instead of play by play.
/// </summary>
/// <param name="question">Says of which kinds it matters what was heard before the period.</param>
internal sealed class ItemSums(ListeningQuestion question) : IDisposable
{
    private readonly ItemTable _tracks = new(2_654_435_769);
    private readonly ItemTable _artists = new(2_246_822_519);
    private readonly ItemTable _albums = new(3_266_489_917);
    private readonly ItemTable? _earlierTracks = EarlierTable(question, TopKind.Tracks);
    private readonly ItemTable? _earlierArtists = EarlierTable(question, TopKind.Artists);
    private readonly ItemTable? _earlierAlbums = EarlierTable(question, TopKind.Albums);

    public void Add(in DecodedPlays plays, ReadOnlySpan<int> picks)
    {
        var tracks = plays.Tracks;
        var milliseconds = plays.Milliseconds;
        foreach (var i in picks)
        {
            ref var track = ref _tracks[tracks[i]];
            if (track.Plays++ == 0) SetItems(ref track, plays, i);
            track.Milliseconds += milliseconds[i];
        }
    }

    /// <summary>Takes note of plays before the period: what they are of is not new in it.</summary>
    public void AddEarlier(in DecodedPlays plays, ReadOnlySpan<int> picks)
    {
        AddEarlier(_earlierTracks, plays.Tracks, picks);
        AddEarlier(_earlierArtists, plays.Artists, picks);
        AddEarlier(_earlierAlbums, plays.Albums, picks);
    }

    /// <summary>Sums artists and albums; called once, when all plays are in.</summary>
    public void Complete()
    {
        foreach (ref readonly var track in _tracks.Slots)
        {
            if (track.Artist != 0) Add(ref _artists[track.Artist], track);
            if (track.Album != 0) Add(ref _albums[track.Album], track);
        }
    }

    public ItemCounts Count() => new(_tracks.Count, _artists.Count, _albums.Count);

    public int CountNewArtists()
    {
        var count = 0;
        foreach (ref readonly var artist in _artists.Slots) count += artist.Id == 0 || _earlierArtists!.Contains(artist.Id) ? 0 : 1;
        return count;
    }

    public TopRanking Top(TopKind kind, TopOrder by, int first) => new(TableOf(kind).Count, Ranking.Top(TableOf(kind).Slots, by, first));

    public int? RankOf(RankQuestion question) => Ranking.RankOf(TableOf(question.Kind).Slots, question.By, question.Id);

    public bool IsNew(NewQuestion item) => !EarlierOf(item.Kind)!.Contains(item.Id);

    public void Dispose()
    {
        foreach (var table in (ReadOnlySpan<ItemTable?>)[_tracks, _artists, _albums, _earlierTracks, _earlierArtists, _earlierAlbums])
            table?.Dispose();
    }

    private ItemTable TableOf(TopKind kind) => kind switch { TopKind.Tracks => _tracks, TopKind.Artists => _artists, _ => _albums };

    private ItemTable? EarlierOf(TopKind kind) =>
        kind switch { TopKind.Tracks => _earlierTracks, TopKind.Artists => _earlierArtists, _ => _earlierAlbums };

    private static ItemTable? EarlierTable(ListeningQuestion question, TopKind kind) =>
        question.AsksForEarlierOf(kind) ? new ItemTable(668_265_263) : null;

    private static void AddEarlier(ItemTable? earlier, ReadOnlySpan<int> ids, ReadOnlySpan<int> picks)
    {
        if (earlier is null) return;
        foreach (var i in picks)
        {
            if (ids[i] != 0) _ = earlier[ids[i]];
        }
    }

    private static void SetItems(ref ItemSum track, in DecodedPlays plays, int i)
    {
        track.Tracks = 1;
        if (!plays.Artists.IsEmpty) track.Artist = plays.Artists[i];
        if (!plays.Albums.IsEmpty) track.Album = plays.Albums[i];
    }

    private static void Add(ref ItemSum sum, in ItemSum track)
    {
        sum.Plays += track.Plays;
        sum.Milliseconds += track.Milliseconds;
        sum.Tracks++;
    }
}
