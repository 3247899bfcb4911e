namespace Personalify.Api.Imports.Demo;

/// <summary>
/// What the demo listener feels like: scenes that change with the season, favourites that wear off over months, every few weeks a track that is
/// played again and again, and afterwards never quite forgotten. Measured against real exports, where the first track of all time has about one
/// per cent of it, the second three quarters of that or more, and the twentieth still a third.
/// </summary>
internal sealed class DemoTaste
{
    private const int WeeksOfObsession = 5;
    private const int LovedBefore = 6;
    private const int PercentLoved = 10;
    private const int OldLoves = 12;
    private const int NewLoves = 40;

    private readonly DemoCatalog _catalog;
    private readonly Random _random;
    private readonly Dictionary<int, DemoArtist[]> _favourites = [];
    private readonly List<DemoTrack> _loved;
    private DemoTrack? _obsession;
    private double _strength;
    private int _obsessionNumber;

    public DemoTaste(DemoCatalog catalog, Random random)
    {
        (_catalog, _random) = (catalog, random);
        _loved = [.. Enumerable.Range(0, LovedBefore).Select(_ => KnownTrackOf(catalog.Artists[random.Next(catalog.Artists.Count)]))];
    }

    /// <summary>What a session plays, one by one: an album from its start, or tracks picked from favourites.</summary>
    public IEnumerable<(DemoTrack Track, bool Shuffle)> Session(DateOnly day)
    {
        var favourites = FavouritesOf(day);
        var obsessed = ObsessionShare(day, favourites);
        if (_random.Next(5) == 0)
        {
            foreach (var track in AlbumOf(favourites).Tracks) yield return (track, false);
        }
        while (true) yield return (Pick(favourites, obsessed), true);
    }

    private DemoTrack Pick(DemoArtist[] favourites, double obsessed)
    {
        var percent = _random.NextDouble() * 100;
        if (percent < obsessed) return _obsession!;
        return percent < obsessed + PercentLoved ? Early(_loved, 1.2) : Early(AlbumOf(favourites).Tracks, 1.2);
    }

    private DemoAlbum AlbumOf(DemoArtist[] favourites) => Early(Early(favourites, 1.7).Albums, 1.4);

    /// <summary>An item of the list, the early ones more often: those that were liked first, or that everybody knows.</summary>
    private T Early<T>(IReadOnlyList<T> list, double preference) => list[(int)(Math.Pow(_random.NextDouble(), preference) * list.Count)];

    private DemoTrack KnownTrackOf(DemoArtist artist) => artist.Albums[0].Tracks[_random.Next(3)];

    /// <summary>Some fifty artists in order of liking: two scenes of the season, mixed anew every quarter, old loves first and never in quite the same order.</summary>
    private DemoArtist[] FavouritesOf(DateOnly day)
    {
        var quarter = (day.Year * 4) + ((day.Month - 1) / 3);
        if (_favourites.TryGetValue(quarter, out var known)) return known;
        _favourites.Clear();
        var scenes = new[] { day.Month is >= 5 and <= 9 ? 0 : 1, 2 + (quarter % (DemoCatalog.Scenes - 2)) };
        var old = _catalog.Artists.Where(artist => artist.Scene == scenes[0]).Take(OldLoves)
            .Select((artist, rank) => (Artist: artist, Rank: rank + (_random.NextDouble() * 8))).OrderBy(love => love.Rank).Select(love => love.Artist);
        var fresh = _catalog.Artists.Where(artist => scenes.Contains(artist.Scene)).OrderBy(_ => _random.Next()).Take(NewLoves);
        return _favourites[quarter] = [.. old.Concat(fresh).Distinct()];
    }

    /// <summary>Per cent of picks that go to the obsession: high for two weeks of every five; then it is one of the loved tracks.</summary>
    private double ObsessionShare(DateOnly day, DemoArtist[] favourites)
    {
        var week = day.DayNumber / 7;
        if (week / WeeksOfObsession != _obsessionNumber || _obsession is null) Begin(week / WeeksOfObsession, favourites);
        return _strength * (week % WeeksOfObsession) switch { 0 => 3, 1 => 5, 2 => 2, _ => 0 };
    }

    private void Begin(int number, DemoArtist[] favourites)
    {
        if (_obsession is not null) _loved.Add(_obsession);
        (_obsession, _obsessionNumber, _strength) = (KnownTrackOf(Early(favourites, 1)), number, 0.5 + _random.NextDouble());
    }
}
