using Personalify.Api.Spotify.Budgets;

namespace Personalify.Api.Spotify;

/// <summary>To which group of endpoints each path of <see cref="SpotifyUrls"/> belongs.</summary>
internal static class SpotifyGroups
{
    /// <param name="path">Below the Web API's root; a query may follow.</param>
    public static QuotaGroup Of(string path) => path.Split('?')[0].Split('/', StringSplitOptions.RemoveEmptyEntries) switch
    {
        ["artists", _, "albums"] => QuotaGroup.ArtistAlbums,
        ["tracks", ..] => QuotaGroup.CatalogueTracks,
        ["artists", ..] => QuotaGroup.CatalogueArtists,
        ["albums", ..] => QuotaGroup.CatalogueAlbums,
        ["shows" or "episodes" or "audiobooks" or "chapters", ..] => QuotaGroup.CatalogueShows,
        ["playlists", ..] or ["me", "playlists", ..] => QuotaGroup.Playlists,
        ["me", "player", ..] => QuotaGroup.Player,
        ["me", "tracks" or "albums" or "shows" or "episodes" or "audiobooks" or "library", ..] => QuotaGroup.Library,
        ["me", "following", ..] => QuotaGroup.Follow,
        ["me", "top", ..] => QuotaGroup.Tops,
        ["me"] => QuotaGroup.Profile,
        ["search"] => QuotaGroup.Search,
        _ => QuotaGroup.Other,
    };
}
