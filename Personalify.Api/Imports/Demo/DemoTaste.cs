namespace Personalify.Api.Imports.Demo;

/// <summary>
/// What the demo listener feels like: scenes that change with the season, favourites that wear off over months, and every few weeks a track that
/// is played again and again.
/// </summary>
internal sealed class DemoTaste(DemoCatalog catalog, Random random)
{
    private readonly Dictionary<int, DemoArtist[]> _favourites = [];
    private DemoTrack? _obsession;
    private int _obsessionWeek = -1;

    /// <summary>What a session plays, one by one: an album from its start, or tracks picked from favourites.</summary>
    public IEnumerable<(DemoTrack Track, bool Shuffle)> Session(DateOnly day)
    {
        var favourites = FavouritesOf(day);
        if (random.Next(5) == 0)
        {
            foreach (var track in AlbumOf(favourites).Tracks) yield return (track, false);
        }
        while (true) yield return (random.Next(100) < ObsessionShare(day) ? _obsession! : TrackOf(AlbumOf(favourites)), true);
    }

    private static DemoTrack At(DemoAlbum album, double place) => album.Tracks[(int)(place * album.Tracks.Count)];

    /// <summary>The first tracks of an album are the known ones.</summary>
    private DemoTrack TrackOf(DemoAlbum album) => At(album, random.NextDouble() * random.NextDouble());

    private DemoAlbum AlbumOf(DemoArtist[] favourites)
    {
        var artist = favourites[(int)(Math.Pow(random.NextDouble(), 2.2) * favourites.Length)];
        return artist.Albums[(int)(random.NextDouble() * random.NextDouble() * artist.Albums.Count)];
    }

    /// <summary>Forty artists in order of liking: two scenes of the season, mixed anew every quarter, old loves first.</summary>
    private DemoArtist[] FavouritesOf(DateOnly day)
    {
        var quarter = (day.Year * 4) + ((day.Month - 1) / 3);
        if (_favourites.TryGetValue(quarter, out var known)) return known;
        _favourites.Clear();
        var scenes = new[] { day.Month is >= 5 and <= 9 ? 0 : 1, 2 + (quarter % (DemoCatalog.Scenes - 2)) };
        var old = catalog.Artists.Where(artist => artist.Scene == scenes[0]).Take(12);
        var fresh = catalog.Artists.Where(artist => scenes.Contains(artist.Scene)).OrderBy(_ => random.Next()).Take(40);
        return _favourites[quarter] = [.. old.Concat(fresh).Distinct()];
    }

    /// <summary>Per cent of picks that go to the obsession: high for two weeks of every five, then forgotten.</summary>
    private int ObsessionShare(DateOnly day)
    {
        var week = day.DayNumber / 7;
        if (week / 5 != _obsessionWeek / 5 || _obsession is null)
        {
            var artist = catalog.Artists[random.Next(catalog.Artists.Count)];
            _obsession = artist.Albums[0].Tracks[0];
        }
        _obsessionWeek = week;
        return (week % 5) switch { 0 => 9, 1 => 14, 2 => 5, _ => 0 };
    }
}
