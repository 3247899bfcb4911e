namespace Personalify.FakeSpotify.Invented;

/// <summary>An invented person with a library, a taste and plays. Tests may change the lists.</summary>
public sealed class FakeListener
{
    /// <summary>Everyone's library begins here.</summary>
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan BetweenPlays = TimeSpan.FromMinutes(4);

    private static readonly string[] Names = ["ada", "bram", "chiyo", "dewi", "emeka", "farah"];

    private readonly int _number;
    private readonly List<FakeTrack> _taste;

    private FakeListener(int number, string name, InventedCatalogue catalogue)
    {
        (_number, Name, IsAllowed) = (number, name, number != MaxAllowed);
        Id = "fake-" + name;
        AccountId = FakeId.Of("account", number);
        DisplayName = char.ToUpperInvariant(name[0]) + name[1..] + " (invented)";
        _taste = Chosen(catalogue.Tracks, "taste", 100);
        var isCollector = number == 0;
        SavedTracks = Saved(Chosen(catalogue.Tracks, "saved", isCollector ? 2_000 : 120), hours: 6);
        SavedAlbums = Saved(Chosen(catalogue.Albums, "album", isCollector ? 60 : 12), hours: 90);
        SavedShows = Saved(Chosen(catalogue.Shows, "show", 3), hours: 2_000);
        SavedEpisodes = Saved(Chosen([.. catalogue.EpisodeById.Values], "episode", 7), hours: 800);
        SavedAudiobooks = [.. catalogue.Audiobooks.Take(2)];
        FollowedArtists = Chosen(catalogue.Artists, "followed", isCollector ? 60 : 9);
        Playlists = Invent.PlaylistsOf(this, catalogue);
    }

    /// <summary>As many as an app in Development Mode has; the one after them is not on its list.</summary>
    public const int MaxAllowed = 5;

    public string Name { get; }

    public string Id { get; }

    public string AccountId { get; }

    public string DisplayName { get; }

    /// <summary>Whether the owner of the app has put them on its list.</summary>
    public bool IsAllowed { get; set; }

    public List<FakeSaved<FakeTrack>> SavedTracks { get; }

    public List<FakeSaved<FakeAlbum>> SavedAlbums { get; }

    public List<FakeSaved<FakeShow>> SavedShows { get; }

    public List<FakeSaved<FakeEpisode>> SavedEpisodes { get; }

    public List<FakeAudiobook> SavedAudiobooks { get; }

    public List<FakeArtist> FollowedArtists { get; }

    public List<FakePlaylist> Playlists { get; }

    /// <summary>Null: they listen day and night, a track every four minutes of the fake's clock. Otherwise exactly these.</summary>
    public List<FakePlay>? Plays { get; set; }

    /// <summary>Whether something is playing now.</summary>
    public bool IsPlaying { get; set; } = true;

    /// <summary>Whether they listen in a private session, which only the answer with the device tells.</summary>
    public bool IsPrivateSession { get; set; }

    /// <summary>Null: the track of the moment. Otherwise this, such as an episode.</summary>
    public FakePlayable? Playing { get; set; }

    public static IEnumerable<FakeListener> InventAll(InventedCatalogue catalogue, int more) =>
        Names.Concat(Enumerable.Range(Names.Length, more).Select(number => $"listener{number}"))
            .Select((name, number) => new FakeListener(number, name, catalogue));

    /// <summary>The plays up to now, the newest first, as many as Spotify keeps.</summary>
    internal IReadOnlyList<FakePlay> RecentPlays(DateTimeOffset now)
    {
        const int Kept = 50;
        if (Plays is { } given) return [.. given.Where(play => play.PlayedAt <= now).OrderByDescending(play => play.PlayedAt).Take(Kept)];
        var last = (now - Start - TimeSpan.FromSeconds(1)).Ticks / BetweenPlays.Ticks; // a play is counted within its second
        return [.. Enumerable.Range(0, Kept).Select(back => PlayOf(last - back))];
    }

    internal FakeTrack TrackAt(DateTimeOffset now) => PlayOf((now - Start).Ticks / BetweenPlays.Ticks + 1).Track;

    /// <summary>A hundred tracks whose order moves with the weeks, months or quarters of the range.</summary>
    internal IReadOnlyList<FakeTrack> TopTracks(string range, DateTimeOffset now) => Moved(_taste, range, now);

    internal IReadOnlyList<FakeArtist> TopArtists(string range, DateTimeOffset now) =>
        [.. Moved(_taste, range, now).SelectMany(track => track.Artists).Distinct()];

    internal FakePlaylist? Playlist(string id) => Playlists.FirstOrDefault(playlist => playlist.Id == id);

    internal List<T> Chosen<T>(IReadOnlyList<T> all, string what, int count)
    {
        var random = new Random(_number * 1_000 + what.Length * 7 + what[0]);
        var shuffled = all.ToArray();
        random.Shuffle(shuffled);
        return [.. shuffled.Take(count)];
    }

    private List<T> Moved<T>(List<T> taste, string range, DateTimeOffset now)
    {
        var days = range switch { "short_term" => 1, "medium_term" => 7, _ => 30 };
        var season = (now - Start).Days / days;
        var noise = $"{range} {_number} {season}";
        return [.. taste.Select((item, place) => (item, Score: place + FakeId.Number(noise, place, 9)))
            .OrderBy(pair => pair.Score).Select(pair => pair.item)];
    }

    private FakePlay PlayOf(long slot)
    {
        var track = _taste[FakeId.Number("play " + _number, slot, _taste.Count)];
        var moment = Start + slot * BetweenPlays + TimeSpan.FromMilliseconds(FakeId.Number("moment", slot, 999));
        return new FakePlay(track, moment, slot % 3 == 0 ? track.Album : null);
    }

    // The newest first, as Spotify lists a library.
    private static List<FakeSaved<T>> Saved<T>(List<T> items, int hours) =>
        [.. items.Select((item, place) => new FakeSaved<T>(item, Start + TimeSpan.FromHours((items.Count - place) * hours)))];
}
