namespace Personalify.Api.Spotify.Budgets;

[GraphQLDescription(
    "A group of Spotify's endpoints that has a quota of its own. Spotify publishes no groups; these are those that were measured.")]
public enum QuotaGroup
{
    [GraphQLDescription("Single tracks.")]
    CatalogueTracks,

    [GraphQLDescription("Single artists.")]
    CatalogueArtists,

    [GraphQLDescription("Single albums and their tracks.")]
    CatalogueAlbums,

    [GraphQLDescription("Single shows and episodes, audiobooks and chapters.")]
    CatalogueShows,

    [GraphQLDescription("The albums of an artist.")]
    ArtistAlbums,

    [GraphQLDescription("Playlists and their items.")]
    Playlists,

    [GraphQLDescription("What is playing and what was played last.")]
    Player,

    [GraphQLDescription("Saved tracks, albums, shows, episodes and audiobooks.")]
    Library,

    [GraphQLDescription("Followed artists.")]
    Follow,

    [GraphQLDescription("Top artists and tracks.")]
    Tops,

    [GraphQLDescription("The listener's profile.")]
    Profile,

    [GraphQLDescription("Searches.")]
    Search,

    [GraphQLDescription("Everything else.")]
    Other,
}
