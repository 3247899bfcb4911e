namespace Personalify.Api.Sync;

[GraphQLDescription("What a synchronization asks Spotify for.")]
public enum SyncPart
{
    [GraphQLDescription("Top artists and tracks for the three time ranges.")]
    TopLists,

    [GraphQLDescription("The last plays of music; Spotify keeps fifty.")]
    RecentPlays,

    [GraphQLDescription("Tracks of the library.")]
    SavedTracks,

    [GraphQLDescription("Albums of the library.")]
    SavedAlbums,

    [GraphQLDescription("Playlists, and the items of those that are the listener's own.")]
    Playlists,

    [GraphQLDescription("Artists whom the listener follows.")]
    FollowedArtists,

    [GraphQLDescription("Podcasts of the library.")]
    SavedShows,

    [GraphQLDescription("Episodes of the library.")]
    SavedEpisodes,

    [GraphQLDescription("Audiobooks of the library.")]
    SavedAudiobooks,
}
