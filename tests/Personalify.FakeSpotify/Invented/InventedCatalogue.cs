using System.Globalization;

namespace Personalify.FakeSpotify.Invented;

/// <summary>Artists, albums, tracks, shows and audiobooks that do not exist, the same in every run.</summary>
public sealed class InventedCatalogue
{
    private const int ArtistCount = 90;
    private const int AlbumsOfArtist = 4;

    private InventedCatalogue()
    {
        Artists = [.. Enumerable.Range(0, ArtistCount).Select(Artist)];
        Albums = [.. Enumerable.Range(0, ArtistCount * AlbumsOfArtist).Select(number => Album(number, Artists))];
        Tracks = [.. Albums.SelectMany(album => album.Tracks)];
        Shows = [.. Enumerable.Range(0, 5).Select(Show)];
        Audiobooks = [.. Enumerable.Range(0, 3).Select(number => new FakeAudiobook(
            FakeId.Of("audiobook", number), $"The {Words.Name("audiobook", number)}", "An Invented Author", "An Invented Voice",
            12 + number))];
        (ArtistById, AlbumById) = (Artists.ToDictionary(artist => artist.Id), Albums.ToDictionary(album => album.Id));
        TrackById = Tracks.ToDictionary(track => track.Id!);
        ShowById = Shows.ToDictionary(show => show.Id);
        EpisodeById = Shows.SelectMany(show => show.Episodes).ToDictionary(episode => episode.Id!);
    }

    /// <summary>It never changes, so all servers of a process share it.</summary>
    public static InventedCatalogue Shared { get; } = new();

    public IReadOnlyList<FakeArtist> Artists { get; }

    public IReadOnlyList<FakeAlbum> Albums { get; }

    public IReadOnlyList<FakeTrack> Tracks { get; }

    public IReadOnlyList<FakeShow> Shows { get; }

    public IReadOnlyList<FakeAudiobook> Audiobooks { get; }

    public IReadOnlyDictionary<string, FakeArtist> ArtistById { get; }

    public IReadOnlyDictionary<string, FakeAlbum> AlbumById { get; }

    public IReadOnlyDictionary<string, FakeTrack> TrackById { get; }

    public IReadOnlyDictionary<string, FakeShow> ShowById { get; }

    public IReadOnlyDictionary<string, FakeEpisode> EpisodeById { get; }

    private static FakeArtist Artist(int number) => new(
        FakeId.Of("artist", number), $"{Words.Name("artist", number)} (fake)", [Words.Genres[number % Words.Genres.Length]],
        90 - number % 80);

    private static FakeAlbum Album(int number, IReadOnlyList<FakeArtist> artists)
    {
        var day = new DateOnly(1990, 1, 1).AddDays(FakeId.Number("release", number, 13_000));
        var (date, precision) = (number % 7) switch
        {
            0 => (day.ToString("yyyy", CultureInfo.InvariantCulture), "year"),
            1 => (day.ToString("yyyy-MM", CultureInfo.InvariantCulture), "month"),
            _ => (day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), "day"),
        };
        var type = (number % AlbumsOfArtist) switch { 3 => "single", 2 => "compilation", _ => "album" };
        var name = number % 45 == 8 ? "1989" : Words.Name("album", number);
        var album = new FakeAlbum(
            FakeId.Of("album", number), name, type, artists[number / AlbumsOfArtist], date, precision, $"0{number:D12}");
        album.Tracks = [.. Enumerable.Range(0, type == "single" ? 2 : 10).Select(place => Track(number, place, album, artists))];
        // One album is longer than a page, so that the tracks behind its first page are asked for.
        if (number == 1) album.Tracks = [.. Enumerable.Range(0, 60).Select(place => Track(number, place, album, artists))];
        return album;
    }

    private static FakeTrack Track(int album, int place, FakeAlbum on, IReadOnlyList<FakeArtist> artists)
    {
        var number = album * 100 + place;
        FakeArtist[] with = number % 9 == 0 ? [on.Artist, artists[(album + 7) % artists.Count]] : [on.Artist];
        return new FakeTrack(
            FakeId.Of("track", number), Words.Name("track", number), 110_000 + FakeId.Number("length", number, 240_000), with, on,
            place + 1, $"XXFAK{number:D7}", FakeId.Number("popularity", number, 100));
    }

    private static FakeShow Show(int number)
    {
        var show = new FakeShow(FakeId.Of("show", number), $"{Words.Name("show", number)} Hour (fake)", "An Invented Studio");
        show.Episodes = [.. Enumerable.Range(0, 12).Select(place => new FakeEpisode(
            FakeId.Of("episode", number * 100 + place), $"{place + 1}: {Words.Name("episode", number * 100 + place)}",
            1_500_000 + FakeId.Number("episode", place, 2_000_000), show,
            new DateOnly(2026, 1, 1).AddDays(place * 7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))];
        return show;
    }
}
