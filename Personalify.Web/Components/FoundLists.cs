using Personalify.Web.Api;
using Personalify.Web.Pages.Search;
using Personalify.Web.Statistics;

namespace Personalify.Web.Components;

/// <summary>An entry of a list of names that has no ranks: where it leads and what its cover shows.</summary>
public sealed record FoundEntry(string Name, string? Detail, string Href, string CoverName, string? ImageUrl)
{
    /// <summary>The place of the name that the detail is.</summary>
    public string? DetailHref { get; init; }

    /// <summary>Who gave the name.</summary>
    public NameSource NameSource { get; init; }
}

/// <summary>What a search found as the lists that a page shows; a kind of which there is nothing is left out.</summary>
public sealed class FoundLists(StatisticsQuery query)
{
    private static readonly Texts Text = Texts.Of(typeof(FoundLists));

    public IEnumerable<(string Title, IReadOnlyList<FoundEntry> Entries)> Of(SearchResult found)
    {
        if (found.Artists.Count > 0) yield return (Text["Artists"], [.. found.Artists.Select(Artist)]);
        if (found.Tracks.Count > 0) yield return (Text["Tracks"], [.. found.Tracks.Select(Track)]);
        if (found.Albums.Count > 0) yield return (Text["Albums"], [.. found.Albums.Select(Album)]);
    }

    private FoundEntry Artist(ArtistName artist) =>
        new(artist.Name, null, PlaceLink.OfArtist(artist.Id, query), artist.Name, artist.ImageUrl) { NameSource = artist.NameSource };

    private FoundEntry Track(TrackName track) =>
        new(track.Name, track.Artist.Name, PlaceLink.OfTrack(track.Id, query), track.Name, track.ImageUrl)
        {
            DetailHref = PlaceLink.OfArtist(track.Artist.Id, query),
            NameSource = track.NameSource,
        };

    private FoundEntry Album(AlbumName album) =>
        new(album.Name, album.Artist.Name, PlaceLink.OfAlbum(album.Id, query), album.Name, album.ImageUrl)
        {
            DetailHref = PlaceLink.OfArtist(album.Artist.Id, query),
            NameSource = album.NameSource,
        };
}
