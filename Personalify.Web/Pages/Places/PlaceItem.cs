using Personalify.Web.Api;
using Personalify.Web.Statistics;

namespace Personalify.Web.Pages.Places;

/// <summary>An artist, an album or a track with what the listener heard of it.</summary>
/// <param name="Id">As the address has it.</param>
/// <param name="Name">Of the artist, album or track.</param>
/// <param name="ImageUrl">The artwork, where Spotify told of one.</param>
/// <param name="Ever">All plays of any length.</param>
/// <param name="RankOfAll">The place among all of its kind by all plays that count; null where none does.</param>
/// <param name="Now">The plays of the period.</param>
/// <param name="Before">Those of the period before, where the history reaches back so far.</param>
public sealed record PlaceItem(string Id, string Name, string? ImageUrl, PlaceEver Ever, int? RankOfAll, PlaceNow Now, PlaceBefore? Before)
{
    /// <summary>Who gave the name.</summary>
    public NameSource NameSource { get; private init; }

    /// <summary>Of a track that has one.</summary>
    public string? SpotifyId { get; private init; }

    /// <summary>What Spotify says of it, where it has said something.</summary>
    public PlaceWord? Word { get; private init; }

    /// <summary>Of a track whose title was read.</summary>
    public TitleMood? Mood { get; private init; }

    /// <summary>Where it is at Spotify, as far as is known.</summary>
    public string? SpotifyUrl => Word?.Url ?? (SpotifyId is null ? null : $"https://open.spotify.com/track/{SpotifyId}");

    /// <summary>Whose album or track it is.</summary>
    public NamedReference? Artist { get; private init; }

    /// <summary>On which a track is, where its rows say so.</summary>
    public NamedReference? Album { get; private init; }

    public TopList<TopTrack>? TopTracks { get; private init; }

    public TopList<TopAlbum>? TopAlbums { get; private init; }

    /// <summary>Null where the listener has no such artist, album or track.</summary>
    public static PlaceItem? Of(PlaceData data) => data switch
    {
        { Artist: { Now: { } now } artist, Me.Ever: { } ever } =>
            new(artist.Id, artist.Name, artist.ImageUrl, ever, artist.All?.Rank, now, artist.Before)
            {
                NameSource = artist.NameSource, Word = PlaceWord.Of(artist.Spotify),
                TopTracks = artist.Tops?.TopTracks, TopAlbums = artist.Tops?.TopAlbums,
            },
        { Album: { Now: { } now } album, Me.Ever: { } ever } =>
            new(album.Id, album.Name, album.ImageUrl, ever, album.All?.Rank, now, album.Before)
            {
                NameSource = album.NameSource, Word = PlaceWord.Of(album.Spotify),
                Artist = album.Artist, TopTracks = album.Tops?.TopTracks,
            },
        { Track: { Now: { } now } track, Me.Ever: { } ever } =>
            new(track.Id, track.Name, track.ImageUrl, ever, track.All?.Rank, now, track.Before)
            {
                NameSource = track.NameSource, SpotifyId = track.SpotifyId, Word = PlaceWord.Of(track.Spotify), Mood = track.Mood,
                Artist = track.Artist, Album = track.Album,
            },
        _ => null,
    };
}
